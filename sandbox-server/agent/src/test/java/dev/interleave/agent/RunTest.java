package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunTest {

    private TestAgent agent;

    @BeforeAll
    void start() {
        agent = new TestAgent();
    }

    @AfterAll
    void close() {
        agent.close();
    }

    @Test
    void it_says_hello_first() {
        var hello = agent.await(FromSession.Hello.class, _ -> true);
        assertThat(hello.protocol()).isEqualTo(Wire.PROTOCOL);
    }

    @Test
    void a_value_comes_back() {
        assertThat(agent.run("return 6 * 7;")).isEqualTo(new Reply.Returned("42"));
    }

    @Test
    void what_is_printed_comes_before_the_reply() {
        long run =
                agent.begin("System.out.println(\"one\"); System.err.println(\"two\"); return 0;");
        agent.reply(run);
        assertThat(agent.output(run)).isEqualTo("one\ntwo\n");
    }

    @Test
    void it_answers_a_ping_while_a_cell_runs() {
        long run = agent.begin("while (true) {}");
        agent.send(new ToSession.Ping(17));
        assertThat(agent.await(FromSession.Pong.class, _ -> true).number()).isEqualTo(17);
        assertThat(agent.stop(run)).isZero();
        assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
    }

    @Test
    void a_learner_gets_real_randomness_though_the_agent_did_without() {
        assertThat(agent.run("return new java.security.SecureRandom().getProvider().getName();"))
                .isEqualTo(new Reply.Returned("\"SUN\""));
    }
}
