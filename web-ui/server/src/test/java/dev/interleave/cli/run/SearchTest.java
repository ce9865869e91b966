package dev.interleave.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.SampleEvent.Counted;
import dev.interleave.sandbox.result.SampledOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static Counted outcome(String ending) {
        var outcome = new SampledOutcome("", null, ending, null, "", 1, 7, null);
        return new Counted(1, 1, 0, List.of(outcome));
    }

    @Test
    void what_must_hold_stands_behind_the_cell() {
        var search = new Search(10, 1, "name.equals(\"a\")");
        assertThat(search.of("var name = \"a\";").source())
                .isEqualTo(
                        """
                        var name = "a";
                        if (!(name.equals("a"))) throw new AssertionError("does not hold: name.equals(\\"a\\")");\
                        """);
        assertThat(search.of("name // last").source()).startsWith("name // last\n;\nif (!(");
    }

    @Test
    void the_first_wrong_outcome_is_enough_where_one_is_searched() {
        var search = new Search(10, 1, "true");
        assertThat(search.isEnough(outcome("exception"))).isTrue();
        assertThat(search.isEnough(outcome("leak"))).isFalse();
        assertThat(search.isEnough(outcome(null))).isFalse();
        assertThat(new Search(10, 1, null).isEnough(outcome("exception"))).isFalse();
    }
}
