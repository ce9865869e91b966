package dev.interleave.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final Sentences sentences =
            new Sentences(
                    Map.of(
                            "Stopped after {0}.", "{0}后停止。",
                            "{0} seconds", "{0} 秒",
                            "{0} waits for {1}", "{0} 在等 {1}",
                            "Deadlock: {0}.", "死锁：{0}。"));

    @Test
    void values_are_translated_in_turn() {
        assertThat(sentences.told("Stopped after 3 seconds.")).isEqualTo("3 秒后停止。");
        assertThat(sentences.told("Deadlock: a waits for b; b waits for a."))
                .isEqualTo("死锁：a 在等 b; b 在等 a。");
    }

    @Test
    void what_is_not_in_the_catalogue_stays_as_it_is() {
        assertThat(sentences.told("It is cold. Stopped after 1 seconds."))
                .isEqualTo("It is cold. 1 秒后停止。");
        assertThat(sentences.told("$1 {0}")).isEqualTo("$1 {0}");
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
