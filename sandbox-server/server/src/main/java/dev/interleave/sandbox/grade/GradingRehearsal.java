package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FromGrader;
import dev.interleave.grader.message.Seal;
import dev.interleave.grader.message.SourceFile;
import dev.interleave.grader.message.ThrowsClause;
import dev.interleave.grader.message.ToGrader;
import dev.interleave.sandbox.grade.Exercise.Settings;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the JVMs that compile and test submissions do once what is typical, while they are watched,
 * so that later ones start faster. Those in which schedules are explored are left out: their agent
 * looks at every class when it is loaded, so they gain nothing.
 */
final class GradingRehearsal {

    private static final String SUBMISSION =
            """
            class Tally {
                private final java.util.Map<String, Integer> counts = new java.util.TreeMap<>();
                synchronized void add(String word) { counts.merge(word, 1, Integer::sum); }
                synchronized int of(String word) {
                    if (word == null) { throw new IllegalArgumentException("null"); }
                    return counts.getOrDefault(word, 0);
                }
            }
            """;

    private static final String TESTS =
            """
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import static org.junit.jupiter.api.Assertions.assertThrows;
            import static org.junit.jupiter.api.Assertions.assertTrue;

            import dev.interleave.explore.probe.InFlight;
            import dev.interleave.explore.probe.InterruptWitness;
            import dev.interleave.explore.probe.Rendezvous;
            import java.time.Duration;
            import java.util.List;
            import java.util.concurrent.Executors;
            import org.junit.jupiter.api.DisplayName;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.Timeout;

            class TallyTest {
                @Test
                @DisplayName("Words are counted")
                void counts() {
                    var tally = new Tally();
                    List.of("a", "b", "a").forEach(tally::add);
                    assertEquals(2, tally.of("a"), "a");
                    assertThat(tally.of("b")).as("b").isEqualTo(1);
                    assertThrows(IllegalArgumentException.class, () -> tally.of(null));
                }

                @Test
                @Timeout(30)
                void by_many() throws Exception {
                    var tally = new Tally();
                    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (int i = 0; i < 8; i++) { tasks.submit(() -> tally.add("a")); }
                    }
                    var thread = Thread.ofPlatform().start(() -> tally.add("b"));
                    thread.join();
                    assertTrue(tally.of("a") + tally.of("b") == 9);
                }

                @Test
                void fails() {
                    assertEquals(1, new Tally().of("a"));
                }

                @Test
                void fails_in_words() {
                    assertThat(List.of(new Tally().of("a"))).containsExactly(1);
                }
            }
            """;

    private final Jails jails;
    private final CompileOrder order =
            new CompileOrder(
                    List.of(new SourceFile("Tally.java", SUBMISSION)),
                    List.of(new SourceFile("TallyTest.java", TESTS)),
                    List.of(
                            new ThrowsClause(
                                    "Tally",
                                    "of",
                                    "Ljava/lang/String;",
                                    List.of("java.lang.IllegalArgumentException"))));

    GradingRehearsal(Jails jails) {
        this.jails = jails;
    }

    /** Does nothing where it was done for this build before. */
    void run() throws IOException {
        jails.train(CompileJail.spec(), jail -> compile(jail));
        jails.train(GradingRun.spec(Settings.DEFAULT, Role.GRADER), this::test);
    }

    private Compiled compile(Jail jail) throws IOException {
        Frames.send(jail, order::write);
        WireReader in = new WireReader(jail.in());
        Compiled compiled = Compiled.read(in.next(), in);
        if (!compiled.problems().isEmpty() || !compiled.testProblems().isEmpty()) {
            throw new IOException("The rehearsal does not compile: " + compiled.testProblems());
        }
        return compiled;
    }

    private void test(Jail grader) throws IOException {
        Compiled compiled;
        try (Jail compiler = jails.start(CompileJail.spec())) {
            compiled = compile(compiler);
        }
        List<CompiledClass> classes = new ArrayList<>(compiled.classes());
        classes.addAll(compiled.testClasses());
        Frames.send(grader, order(classes)::write);
        WireReader in = new WireReader(grader.in());
        while (sealed(in).record() != null) {
            // The next record says how the next test went.
        }
    }

    private static ToGrader.Run order(List<CompiledClass> classes) {
        List<ToGrader.Planned> tests = new ArrayList<>();
        for (String test : List.of("counts", "by_many", "fails", "fails_in_words")) {
            String id = "[engine:junit-jupiter]/[class:TallyTest]/[method:%s()]".formatted(test);
            tests.add(new ToGrader.Planned(tests.size(), id));
        }
        Settings usual = Settings.DEFAULT;
        return new ToGrader.Run(
                new byte[Seal.KEY_BYTES],
                classes,
                List.of("Tally"),
                new ToGrader.Settings(usual.quietMillis(), usual.cpuMillis(), false, 1),
                tests);
    }

    private static FromGrader.Sealed sealed(WireReader in) throws IOException {
        if (FromGrader.read(in.next(), in) instanceof FromGrader.Sealed sealed) {
            return sealed;
        }
        throw new IOException("The grader answered something else than a record");
    }
}
