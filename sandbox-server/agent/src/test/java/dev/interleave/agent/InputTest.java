package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class InputTest {

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent = new TestAgent();
    }

    @AfterEach
    void close() {
        agent.close();
    }

    private void answer(long run, String text) {
        agent.await(FromSession.WantsInput.class, m -> m.run() == run);
        agent.send(new ToSession.Input(text.getBytes(StandardCharsets.UTF_8), false));
    }

    @Test
    void a_line_is_asked_for_and_read() {
        long run = agent.begin("return IO.readln(\"name? \");");
        answer(run, "Ada äö\n");
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("\"Ada äö\""));
        assertThat(agent.output(run)).isEqualTo("name? ");
    }

    @Test
    void each_run_reads_anew_even_after_a_close() {
        for (int i = 0; i < 3; i++) {
            long run = agent.begin("try (var s = new Scanner(System.in)) { return s.nextLine(); }");
            answer(run, "line " + i + "\nrest\n");
            assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("\"line " + i + "\""));
            agent.endRun(run);
        }
        long run = agent.begin("return IO.readln();");
        answer(run, "last\n");
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("\"last\""));
    }

    @Test
    void it_asks_once_for_each_time_that_nothing_is_there() {
        long run =
                agent.begin(
                        "return List.of(System.in.read(), System.in.read(), System.in.read());");
        answer(run, "ab");
        agent.await(
                FromSession.WantsInput.class,
                _ -> agent.all(FromSession.WantsInput.class).size() == 2);
        agent.send(new ToSession.Input(new byte[] {'c'}, false));
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("[97, 98, 99]"));
        assertThat(agent.all(FromSession.WantsInput.class)).hasSize(2);
    }

    @Test
    void the_end_of_the_input_is_seen() {
        long run = agent.begin("return new String(System.in.readAllBytes());");
        answer(run, "all");
        agent.send(new ToSession.Input(new byte[0], true));
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("\"all\""));
    }

    @Test
    void a_thread_that_waits_for_input_can_be_interrupted() {
        long run =
                agent.begin(
                        """
                        var me = Thread.currentThread();
                        Thread.ofVirtual().start(() -> {
                            while (me.getState() != Thread.State.WAITING) Thread.onSpinWait();
                            me.interrupt();
                        });
                        try {
                            return System.in.read();
                        } catch (InterruptedIOException e) {
                            return Thread.interrupted();
                        }
                        """);
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("true"));
    }
}
