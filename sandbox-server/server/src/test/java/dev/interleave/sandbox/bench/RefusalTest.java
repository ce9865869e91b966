package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions that cannot be measured, in real jails. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class RefusalTest {

    private final Comparing comparing;

    RefusalTest(Comparing comparing) {
        this.comparing = comparing;
    }

    @Test
    void versions_that_return_different_things_are_not_measured() throws InterruptedException {
        var result =
                comparing.compare(Comparing.SUM, "long run(int n) { return n; }", Mode.AVERAGE);

        assertThat(result).isEqualTo(new Disagreement("2997", "1000"));
    }

    @Test
    void what_does_not_compile_is_told_by_its_lines() throws InterruptedException {
        var result =
                (Refused)
                        comparing.compare(
                                "int run() {\n  return x;\n}", Comparing.SUM, Mode.AVERAGE);

        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().getFirst().side()).isEqualTo(Side.LEFT);
        assertThat(result.problems().getFirst().line()).isEqualTo(2);
        assertThat(result.problems().getFirst().message()).contains("cannot find symbol");
    }

    @Test
    void a_version_that_throws_is_refused_with_what_it_threw() throws InterruptedException {
        var result =
                comparing.compare(
                        Comparing.SUM,
                        "int run() { throw new IllegalStateException(\"no\"); }",
                        Mode.SINGLE);

        assertThat(Comparing.refusal(result)).contains("java.lang.IllegalStateException: no");
    }

    @Test
    void a_version_may_end_its_jvm_and_nothing_else() throws InterruptedException {
        var result =
                comparing.compare(
                        "int run() { System.exit(0); return 1; }", Comparing.SUM, Mode.AVERAGE);

        assertThat(Comparing.refusal(result)).isEqualTo("It ended its JVM.");
    }

    @Test
    void a_version_that_uses_up_its_memory_is_refused() throws InterruptedException {
        var hungry =
                """
                int run() {
                    var all = new java.util.ArrayList<long[]>();
                    while (true) {
                        all.add(new long[1 << 20]);
                    }
                }
                """;

        assertThat(Comparing.refusal(comparing.compare(hungry, Comparing.SUM, Mode.AVERAGE)))
                .isEqualTo("It ran out of memory.");
    }

    /** JMH's threads and the one that talks to the supervisor are in reach of a version. */
    @Test
    void a_version_that_breaks_its_jvm_ends_only_its_own_comparison() throws InterruptedException {
        var rogue =
                """
                int run() {
                    for (var thread : Thread.getAllStackTraces().keySet()) {
                        if (thread != Thread.currentThread()) {
                            thread.interrupt();
                        }
                    }
                    return 1;
                }
                """;

        assertThat(comparing.compare(rogue, rogue, Mode.AVERAGE)).isNotNull();
        assertThat(comparing.compare(Comparing.SUM, Comparing.SUM, Mode.AVERAGE))
                .isInstanceOf(Verdict.class);
    }
}
