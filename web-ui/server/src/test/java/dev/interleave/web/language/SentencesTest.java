package dev.interleave.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SentencesTest {

    private final Sentences sentences =
            new Sentences(
                    Map.of(
                            "Stopped after {0}.", "{0}后停止。",
                            "{0} seconds", "{0} 秒",
                            "{0} waits for {1}", "{0} 在等 {1}",
                            "Deadlock: {0}.", "死锁：{0}。",
                            "{0} is {1} times as fast as {2} ({3} to {4}).",
                                    "{0} 的速度是 {2} 的 {1} 倍（{3} 到 {4}）。"));

    @Test
    void values_are_translated_in_turn() {
        assertThat(sentences.told("Stopped after 3 seconds.")).isEqualTo("3 秒后停止。");
        assertThat(sentences.told("Deadlock: a waits for b; b waits for a."))
                .isEqualTo("死锁：a 在等 b; b 在等 a。");
    }

    @Test
    void the_values_of_a_sentence_end_where_the_next_sentence_begins() {
        var both =
                "两步 is 2.00 times as fast as 一步 (1.90 to 2.10)."
                        + " 一步 is 3.00 times as fast as C (2.90 to 3.10).";
        assertThat(sentences.told(both))
                .isEqualTo("两步 的速度是 一步 的 2.00 倍（1.90 到 2.10）。一步 的速度是 C 的 3.00 倍（2.90 到 3.10）。");
    }

    @Test
    void what_is_not_in_the_catalogue_stays_as_it_is() {
        assertThat(sentences.told("It is cold. Stopped after 1 seconds."))
                .isEqualTo("It is cold. 1 秒后停止。");
        assertThat(sentences.told("$1 {0}")).isEqualTo("$1 {0}");
    }

    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void what_a_learner_made_of_sentences_does_not_hold_up_a_page() {
        var nested = "a waits for ".repeat(300) + "b";
        assertThat(sentences.told(nested))
                .startsWith("a 在等 a 在等 ")
                .endsWith("a waits for a waits for b");
        var almost = "a is " + "1 times as fast as b (2 to ".repeat(140);
        assertThat(sentences.told(almost)).isEqualTo(almost);
    }

    @Test
    void times_are_written_as_people_of_the_language_do() {
        var time = Instant.parse("2027-01-31T11:05:00Z");
        var berlin = ZoneId.of("Europe/Berlin");
        var all = Texts.all();
        assertThat(all.get(Language.CHINESE).time(time, berlin)).isEqualTo("2027年1月31日 12:05");
        assertThat(all.get(Language.ENGLISH).time(time, berlin)).isEqualTo("2027-01-31 12:05");
    }
}
