package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

    private static TestSandbox sandbox;

    @BeforeAll
    static void open(@TempDir Path work) {
        // With the product's own patience: that a JVM is given up is an end like others here.
        sandbox = TestSandbox.open(work, settings -> settings.withLimits(CellLimits.DEFAULT));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void closeSessions() {
        sandbox.closeSessions();
    }

    @TestFactory
    Stream<DynamicTest> an_attack_ends_once_and_the_session_goes_on() {
        return Attack.in(ATTACKS).stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> suffer(attack)));
    }

    private static void suffer(Attack attack) {
        try (Session session = sandbox.session()) {
            for (Attack.Step step : attack.steps()) {
                suffer(session, step);
            }
            TestSandbox.assertWorks(session);
        }
    }

    private static void suffer(Session session, Attack.Step step) {
        Ran ran = TestSandbox.run(session, step.source(), step.mayTimeOut() ? SHORT : LONG);
        assertThat(step.allows(ran.done())).as("%s", ran.events()).isTrue();
        String shown =
                ran.events().stream().map(Object::toString).collect(Collectors.joining("\n"));
        step.prints().forEach(text -> assertThat(shown).contains(text));
        step.printsNot().forEach(text -> assertThat(shown).doesNotContain(text));
    }
}
