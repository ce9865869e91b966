package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Session JVMs that somebody has taken over: whatever they send, their own session pays, and nobody
 * else.
 */
class RogueAgentTest {

    private static TestSandbox sandbox;
    private Session session;

    @BeforeAll
    static void open(@TempDir Path work) throws IOException {
        sandbox = TestSandbox.openWith(App.withRogueAgent(work), impatient());
    }

    /** The product's own limits, but that silence, which is one of the tricks, is noticed soon. */
    private static CellLimits impatient() {
        CellLimits usual = CellLimits.DEFAULT;
        return new CellLimits(
                usual.longestRun(),
                usual.sourceChars(),
                usual.waitingRuns(),
                usual.outputBytes(),
                usual.stop(),
                usual.stopGrace(),
                Duration.ofSeconds(2),
                usual.compileCpu(),
                usual.compileWall(),
                usual.assist());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void openSession() {
        session = sandbox.session();
    }

    @AfterEach
    void theSessionGoesOn() {
        assertThat(run(session, "1 + 1").value()).isEqualTo("2");
        sandbox.closeSessions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rogueGarbage",
                "rogueHugeFrame",
                "rogueEmptyFrame",
                "rogueUnknownTag",
                "rogueManyElements",
                "rogueTwoReplies",
                "rogueSecondHello",
                "rogueNoThreads"
            })
    void what_no_agent_of_ours_sends_ends_the_jvm_and_the_run(String trick) {
        Ran ran = run(session, "int " + trick + " = 2;").assertEnded(Status.KILLED);
        assertThat(ran.done().message()).contains(Explanations.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rogueHalfFrame", "rogueHangUp", "rogueNoEnd"})
    void a_jvm_that_does_not_go_on_ends_the_run(String trick) {
        run(session, "int " + trick + " = 2;").assertEnded(Status.KILLED);
    }

    @Test
    void a_deaf_jvm_is_ended_when_the_time_is_over() {
        Ran ran = run(session, "int rogueDeaf = 2;", Duration.ofSeconds(1));
        ran.assertEnded(Status.TIMEOUT);
    }

    @Test
    void a_deaf_jvm_is_ended_by_stop() {
        Ran ran = start(session, "int rogueDeaf = 2;").awaitStart();
        session.stop();
        ran.assertEnded(Status.KILLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rogueFlood", "rogueDescriptorFlood"})
    void a_flood_that_no_agent_of_ours_would_let_through_is_cut_and_ended(String trick) {
        Ran ran = run(session, "int " + trick + " = 2;").assertEnded(Status.LIMIT);
        assertThat(ran.output().length()).isLessThanOrEqualTo(CellLimits.DEFAULT.outputBytes());
        assertThat(ran.events()).hasSizeLessThan(10_000);
    }

    @Test
    void a_flood_of_empty_words_is_not_passed_on() {
        Ran ran = run(session, "int rogueSmallFlood = 2;", Duration.ofMillis(200));
        ran.assertEnded(Status.TIMEOUT);
        assertThat(ran.events()).hasSizeLessThan(10_000);
    }

    @Test
    void words_for_other_runs_are_not_heard() {
        Ran ran = run(session, "int rogueOtherRun = 2;").assertEnded(Status.OK);
        assertThat(ran.output()).isEmpty();
    }

    @Test
    void other_sessions_do_not_notice() {
        Session other = sandbox.session();
        run(other, "int mine = 2;");
        Ran[] floods = new Ran[3];
        for (int i = 0; i < floods.length; i++) {
            floods[i] =
                    start(sandbox.session(), "int rogueSmallFlood = 2;", Duration.ofMillis(300));
            floods[i].awaitStart();
        }
        for (int i = 0; i < 10; i++) {
            run(other, "mine").assertEnded(Status.OK);
        }
        Arrays.stream(floods).forEach(flood -> flood.assertEnded(Status.TIMEOUT));
    }
}
