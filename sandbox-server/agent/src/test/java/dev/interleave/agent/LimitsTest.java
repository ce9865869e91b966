package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.ExitCode;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class LimitsTest {

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent =
                new TestAgent(
                        List.of(
                                "-Xmx32m",
                                "-XX:MaxDirectMemorySize=8m",
                                "-XX:MaxMetaspaceSize=40m"),
                        "stop=30000");
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var l = new ArrayList<byte[]>(); while (true) l.add(new byte[100_000]);",
                "var l = new LinkedList<Object>(); while (true) l.add(new Object());",
                "var m = new HashMap<String, String>(); for (int i = 0; ; i++) m.put(\"k\" + i,"
                        + " \"v\");",
                "var l = new ArrayList<Object>();"
                        + " while (true) l.add(java.nio.ByteBuffer.allocateDirect(1 << 20));",
                "throw new RuntimeException(new Error(new OutOfMemoryError(\"Metaspace\")));",
            })
    void a_cell_that_uses_up_the_memory_is_told_so(String body) {
        long run = agent.begin(body);
        assertThat(agent.reply(run)).isInstanceOf(Reply.Threw.class);
        agent.await(FromSession.OverLimit.class, m -> m.limit() == Limit.MEMORY);
        agent.await(FromSession.StopFinished.class, m -> m.remaining() == 0);
        agent.endRun(run);
        assertThat(agent.run("return 1;")).isEqualTo(new Reply.Returned("1"));
    }

    @Test
    void memory_that_stays_used_up_ends_the_jvm_with_its_own_exit_code() {
        long run =
                agent.begin(
                        """
                        Object[] next = list;
                        while (true) {
                            Object[] more = new Object[1];
                            next[0] = more;
                            next = more;
                        }
                        """,
                        "static final Object[] list = new Object[1];");
        agent.await(FromSession.OverLimit.class, m -> m.limit() == Limit.MEMORY);
        agent.send(new ToSession.EndRun(run));
        agent.send(new ToSession.BeginRun(run + 1));
        assertThat(agent.exitCode()).isEqualTo(ExitCode.OUT_OF_MEMORY.code());
    }

    @Test
    void many_threads_that_use_up_the_memory_are_ended_or_the_jvm_is() {
        long run =
                agent.begin(
                        """
                        for (int i = 0; i < 20; i++) {
                            Thread.ofPlatform().start(() -> {
                                var l = new ArrayList<byte[]>();
                                while (true) {
                                    try {
                                        l.add(new byte[10_000]);
                                    } catch (OutOfMemoryError e) {
                                        if (ThreadLocalRandom.current().nextInt(4) == 0) throw e;
                                    }
                                }
                            });
                        }
                        Thread.sleep(1_000_000);
                        """);
        agent.await(FromSession.OverLimit.class, m -> m.limit() == Limit.MEMORY);
        if (agent.finishes(run)) {
            assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
            assertThat(agent.endRun(run).threads()).isEmpty();
            assertThat(agent.run("return 1;")).isEqualTo(new Reply.Returned("1"));
        } else {
            assertThat(agent.exitCode()).isEqualTo(ExitCode.OUT_OF_MEMORY.code());
        }
    }

    @Test
    void a_limit_that_kills_a_virtual_thread_is_noticed() {
        agent.begin(
                "Thread.ofVirtual().start(() -> { var l = new ArrayList<byte[]>();"
                        + " while (true) l.add(new byte[100_000]); }); Thread.sleep(1_000_000);");
        agent.await(FromSession.OverLimit.class, m -> m.limit() == Limit.MEMORY);
    }

    @Test
    void a_limit_that_the_cell_handles_itself_is_its_own_affair() {
        long run =
                agent.begin(
                        """
                        var l = new ArrayList<byte[]>();
                        try {
                            while (true) l.add(new byte[100_000]);
                        } catch (OutOfMemoryError e) {
                            l.clear();
                        }
                        return "survived";
                        """);
        assertThat(agent.reply(run)).isEqualTo(new Reply.Returned("\"survived\""));
        agent.endRun(run);
        assertThat(agent.all(FromSession.OverLimit.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MEMORY | Java heap space
                    MEMORY | GC overhead limit exceeded
                    MEMORY | Metaspace
                    MEMORY | Cannot reserve 1048576 bytes of direct buffer memory (allocated: 8388608, limit: 8388608)
                    THREADS | unable to create native thread: possibly out of memory or process/resource limits reached
                    | Requested array size exceeds VM limit
                    | of my own
                    """)
    void errors_of_the_jvm_are_recognised(Limit limit, String message) {
        assertThat(LimitErrors.limit(new OutOfMemoryError(message))).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DISK | No space left on device
                    DISK | File too large
                    PROCESSES | Cannot run program "ls": Exec failed, error: 1 (Operation not permitted)
                    PROCESSES | Cannot run program "ls": posix_spawn failed, error: 1 (Operation not permitted)
                    PROCESSES | Cannot run program "ls": error=11, Resource temporarily unavailable
                    | Cannot run program "ls": Exec failed, error: 2 (No such file or directory)
                    | Permission denied
                    """)
    void errors_of_the_system_are_recognised(Limit limit, String message) {
        assertThat(LimitErrors.limit(new RuntimeException(new IOException(message))))
                .isEqualTo(limit);
        assertThat(LimitErrors.limit(new FileSystemException("/tmp/x", null, message)))
                .isEqualTo(message.startsWith("Cannot") ? null : limit);
    }

    @Test
    void what_is_thrown_without_a_limit_is_none() {
        assertThat(LimitErrors.limit(new RuntimeException())).isNull();
        assertThat(LimitErrors.limit(new Exception("Java heap space"))).isNull();
    }
}
