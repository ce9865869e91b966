package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hostile cells, each in a session of its own: every one ends once, and the session goes on. */
class AttacksTest {

    private static final Path ATTACKS = Path.of("src/test/resources/attacks");

    /** For cells that may run into their time limit. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** For the others; only a backstop, the machine may be busy. */
    private static final Duration LONG = Duration.ofSeconds(90);

    /**
     * What a profile's flags and limits could let through. All attacks are run with every profile
     * with {@code -Dinterleave.attacks=all}.
     */
    private static final Set<String> SOME =
            Set.of(
                    "files/environment-of-the-first-process",
                    "memory/list-of-arrays",
                    "network/ports-of-the-host",
                    "processes/fork-bomb",
                    "protocol/every-descriptor",
                    "threads/platform-bomb");

    /** So many at a time: most of them wait until their time is over. */
    private static final int TOGETHER = 3;

    /** These break down a compiler that other sessions share, who would have to be retried. */
    private static final String ALONE = "compiler/";

    /** A cell whose compiler is lost for another one's sake is to be run again, as it says. */
    private static final int MOST_AGAIN = 3;

    private static TestSandbox sandbox;
    private static ExecutorService executor;

    @BeforeAll
    static void open(@TempDir Path work) throws IOException {
        // With the product's own patience: that a JVM is given up is an end like others here.
        sandbox = TestSandbox.openWith(App.withLibrary(work));
        executor = Executors.newFixedThreadPool(TOGETHER);
    }

    @AfterAll
    static void close() {
        executor.shutdownNow();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> an_attack_ends_once_and_the_session_goes_on() {
        return tests(Profile.DEFAULT, Attack.in(ATTACKS).stream());
    }

    @TestFactory
    Stream<DynamicNode> it_is_so_with_every_profile() {
        boolean all = System.getProperty("interleave.attacks", "").equals("all");
        return Stream.concat(Profile.ALL.stream().skip(1), Stream.of(App.WITH_LIBRARY))
                .map(profile -> container(profile, all));
    }

    private static DynamicNode container(Profile profile, boolean all) {
        Stream<Attack> attacks =
                Attack.in(ATTACKS).stream()
                        .filter(attack -> all || SOME.contains(attack.name()))
                        .filter(attack -> !attack.exempts(profile));
        return DynamicContainer.dynamicContainer(profile.name(), tests(profile, attacks));
    }

    private static Stream<DynamicTest> tests(Profile profile, Stream<Attack> attacks) {
        Map<Boolean, List<Attack>> kinds =
                attacks.collect(Collectors.partitioningBy(a -> a.name().startsWith(ALONE)));
        return Stream.concat(
                kinds.get(true).stream()
                        .map(a -> DynamicTest.dynamicTest(a.name(), () -> suffer(profile, a))),
                together(profile, kinds.get(false)));
    }

    /** All of them begin when it is the first one's turn. */
    private static Stream<DynamicTest> together(Profile profile, List<Attack> attacks) {
        Map<String, Future<?>> begun = new HashMap<>();
        Runnable begin =
                () ->
                        attacks.forEach(
                                a ->
                                        begun.computeIfAbsent(
                                                a.name(),
                                                _ -> executor.submit(() -> suffer(profile, a))));
        return attacks.stream()
                .map(
                        attack ->
                                DynamicTest.dynamicTest(
                                        attack.name(),
                                        () -> {
                                            begin.run();
                                            await(begun.get(attack.name()));
                                        }));
    }

    private static void await(Future<?> attack) throws Throwable {
        try {
            attack.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void suffer(Profile profile, Attack attack) {
        try (Session session = sandbox.sandbox().open(profile)) {
            for (Attack.Step step : attack.steps()) {
                suffer(session, step);
            }
            letGoOfWhatItHoards(session);
            assertThat(unorphaned(() -> sum(session)).value()).isEqualTo("2");
        }
    }

    /** A cell that finds no room left ends by its limit, and the session begins anew. */
    private static void letGoOfWhatItHoards(Session session) {
        Ran ran = unorphaned(() -> sum(session));
        assertThat(ran.done().status()).as("%s", ran.events()).isIn(Status.OK, Status.LIMIT);
    }

    private static Ran sum(Session session) {
        return TestSandbox.run(session, "1 + 1", LONG);
    }

    private static void suffer(Session session, Attack.Step step) {
        Ran ran = unorphaned(() -> run(session, step));
        assertThat(step.allows(ran.done())).as("%s", ran.events()).isTrue();
        String shown =
                ran.events().stream().map(Object::toString).collect(Collectors.joining("\n"));
        step.prints().forEach(text -> assertThat(shown).contains(text));
        step.printsNot().forEach(text -> assertThat(shown).doesNotContain(text));
    }

    private static Ran run(Session session, Attack.Step step) {
        return TestSandbox.run(session, step.source(), step.mayTimeOut() ? SHORT : LONG);
    }

    /**
     * Attacks share a compiler: one that is ended for one of them takes what others ran with it.
     */
    private static Ran unorphaned(Supplier<Ran> cell) {
        Ran ran = cell.get();
        for (int again = 0; again < MOST_AGAIN && isOrphaned(ran); again++) {
            ran = cell.get();
        }
        return ran;
    }

    /** Whether the compiler that an attack before it had shared was ended under it. */
    private static boolean isOrphaned(Ran ran) {
        String message = ran.done().message();
        return message != null && message.contains(Explanations.ORPHANED);
    }
}
