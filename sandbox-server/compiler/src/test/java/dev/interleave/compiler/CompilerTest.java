package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.ToCompiler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the supervisor sees of a compiler. */
@Timeout(300)
class CompilerTest {

    @Test
    void sessions_do_not_see_each_other() throws IOException {
        try (var supervisor = new Supervisor()) {
            supervisor.open(1);
            supervisor.open(2);
            supervisor.run(
                    1, "class Secret { static String text() { return \"one\"; } } int x = 1;");
            supervisor.run(
                    2, "class Secret { static int text() { return 2; } } String x = \"two\";");
            assertThat(text(supervisor.run(1, "Secret.text() + x"))).isEqualTo("\"one1\"");
            assertThat(text(supervisor.run(2, "Secret.text() + x"))).isEqualTo("\"2two\"");
            assertThat(text(supervisor.run(1, "Secret.text().length()"))).isEqualTo("3");
            supervisor.open(3);
            assertThat(outcome(supervisor.run(3, "Secret.text()")))
                    .isEqualTo(Outcome.COMPILE_ERROR);
        }
    }

    @Test
    void a_snippet_that_compiles_for_too_long_is_told_while_it_does() throws IOException {
        String huge =
                IntStream.range(0, 800)
                        .mapToObj(
                                i ->
                                        "int m%d(int a) { return a * %d + m%d(a); }"
                                                .formatted(i, i, i))
                        .collect(Collectors.joining("\n", "class Huge {\n", "\n}"));
        try (var supervisor = new Supervisor(Duration.ofNanos(1))) {
            supervisor.open(1);
            assertThat(supervisor.run(1, huge)).anyMatch(FromCompiler.Overrun.class::isInstance);
        }
    }

    @Test
    void what_the_compiler_fails_on_ends_only_its_own_front_end() throws IOException {
        String deep = "int x = " + "-(1+".repeat(100) + "1" + ")".repeat(100) + ";";
        String wide = "String s = " + "\"\" + ".repeat(12_000) + "\"\";";
        try (var supervisor = new Supervisor()) {
            supervisor.open(1);
            supervisor.open(2);
            assertThat(outcome(supervisor.run(1, deep))).isEqualTo(Outcome.OK);
            supervisor.run(1, wide);
            assertThat(text(supervisor.run(2, "1 + 1"))).isEqualTo("2");
        }
    }

    @Test
    void dropping_a_front_end_ends_its_wait_for_an_answer() throws IOException {
        try (var supervisor = new Supervisor()) {
            supervisor.open(1);
            supervisor.send(new ToCompiler.Evaluate(1, 1, "1 + 1"));
            supervisor.untilUnanswered(FromCompiler.Invoke.class::isInstance);
            supervisor.send(new ToCompiler.Drop(1));
            assertThat(outcome(supervisor.until(Evaluated.class::isInstance)))
                    .isEqualTo(Outcome.GONE);
        }
    }

    @Test
    void the_cells_that_warm_it_up_compile() throws IOException {
        try (var supervisor = new Supervisor()) {
            supervisor.open(1);
            List<Outcome> outcomes = new ArrayList<>();
            for (String cell : WarmUp.CELLS) {
                outcomes.add(outcome(supervisor.run(1, cell)));
            }
            assertThat(outcomes.subList(0, outcomes.size() - 2)).containsOnly(Outcome.OK);
            assertThat(outcomes).endsWith(Outcome.COMPILE_ERROR, Outcome.COMPILE_ERROR);
        }
    }

    @Test
    void warming_up_executes_nothing() {
        PlatformTypes platform = PlatformTypes.read();
        WarmUp warmUp = new WarmUp(platform, new Lanes(WarmUp.OPTIONS, platform));
        assertThat(Printed.by(warmUp::once)).isEmpty();
    }

    private static Outcome outcome(List<FromCompiler> messages) {
        return ((Evaluated) messages.getLast()).outcome();
    }

    private static String text(List<FromCompiler> messages) {
        return messages.stream()
                .filter(FromCompiler.Value.class::isInstance)
                .map(m -> ((FromCompiler.Value) m).text())
                .collect(Collectors.joining());
    }
}
