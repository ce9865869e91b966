package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.FromSession.Output;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class OutputTest {

    private static final int HEAD = 1000;
    private static final int TAIL = 100;

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent = new TestAgent(List.of(), "headBytes=" + HEAD, "tailBytes=" + TAIL, "stop=30000");
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void a_line_arrives_while_the_cell_still_runs() {
        long run = agent.begin("System.out.println(\"first\"); Thread.sleep(1_000_000);");
        agent.awaitOutput(run, "first\n");
        assertThat(agent.all(FromSession.Replied.class)).isEmpty();
    }

    @Test
    void the_two_streams_are_told_apart() {
        long run = agent.begin("System.out.print(\"o\"); System.err.print(\"e\");");
        agent.reply(run);
        assertThat(agent.all(Output.class))
                .containsExactly(
                        new Output(run, false, "main", "o"), new Output(run, true, "main", "e"));
    }

    @Test
    void a_short_burst_is_one_message() {
        long run =
                agent.begin(
                        """
                        System.out.println("wake");
                        var text = new StringBuilder();
                        for (int i = 0; i < 50; i++) text.append(i).append('\\n');
                        var lines = text.toString().split("\\n");
                        for (String line : lines) System.out.println(line);
                        """);
        agent.reply(run);
        assertThat(agent.output(run)).startsWith("wake\n0\n1\n").endsWith("49\n");
        assertThat(agent.all(Output.class).size()).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "漢", "😀", "a漢😀é"})
    void no_character_is_split_wherever_the_cuts_fall(String text) {
        int times = 500;
        long run =
                agent.begin(
                        "for (int i = 0; i < %d; i++) System.out.print(\"%s\");"
                                .formatted(times, text));
        agent.reply(run);
        agent.endRun(run);
        List<Output> outputs = agent.all(Output.class);
        assertThat(outputs).noneMatch(o -> o.text().contains("\ufffd"));
        String all = agent.output(run);
        String whole = text.repeat(times);
        assertThat(whole).startsWith(all.substring(0, HEAD / 8)).endsWith(tailOf(all));
    }

    private static String tailOf(String all) {
        return all.substring(all.length() - TAIL / 8);
    }

    @Test
    void a_character_that_comes_byte_by_byte_arrives_whole() {
        long run =
                agent.begin(
                        """
                        for (byte b : "漢😀".getBytes("UTF-8")) {
                            System.out.write(b);
                            System.out.flush();
                            Thread.sleep(30);
                        }
                        """);
        agent.reply(run);
        agent.endRun(run);
        assertThat(agent.all(Output.class).stream().map(Output::text)).containsExactly("漢", "😀");
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() {
        long run =
                agent.begin("System.out.write(0xff); System.out.write(0xc3); System.out.flush();");
        agent.reply(run);
        agent.endRun(run);
        assertThat(agent.output(run)).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void of_much_output_the_head_and_the_tail_are_sent() {
        String numbers = "for (int i = 0; i < 1000; i++) System.out.printf(\"%04d\\n\", i);";
        long run = agent.begin(numbers);
        agent.reply(run);
        assertThat(agent.output(run)).hasSize(HEAD).startsWith("0000\n").endsWith("0199\n");
        agent.endRun(run);
        assertThat(agent.all(FromSession.Omitted.class))
                .containsExactly(new FromSession.Omitted(run, false, 5000 - HEAD - TAIL));
        assertThat(agent.output(run)).hasSize(HEAD + TAIL).endsWith("0199\n0980\n" + from(981));
    }

    private static String from(int first) {
        var lines = new StringBuilder();
        IntStream.range(first, 1000).forEach(i -> lines.append("%04d\n".formatted(i)));
        return lines.toString();
    }

    @Test
    void output_that_fits_into_the_tail_is_not_omitted() {
        long run = agent.begin("System.out.print(\"x\".repeat(%d));".formatted(HEAD + TAIL));
        agent.reply(run);
        agent.endRun(run);
        assertThat(agent.all(FromSession.Omitted.class)).isEmpty();
        assertThat(agent.output(run)).hasSize(HEAD + TAIL);
    }

    @Test
    void each_run_may_write_as_much_as_the_one_before() {
        for (int i = 0; i < 3; i++) {
            long run = agent.begin("System.out.print(\"x\".repeat(%d));".formatted(HEAD));
            agent.reply(run);
            agent.endRun(run);
            assertThat(agent.output(run)).hasSize(HEAD);
        }
    }

    @Test
    void a_flood_is_stopped_and_costs_no_more_than_its_bound() {
        agent.close();
        agent = new TestAgent(List.of(), "stop=30000");
        long run = agent.begin("while (true) System.out.println(\"x\".repeat(1000));");
        agent.await(FromSession.OverLimit.class, m -> m.run() == run && m.limit() == Limit.OUTPUT);
        assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
        agent.await(FromSession.StopFinished.class, m -> m.run() == run && m.remaining() == 0);
        agent.endRun(run);
        assertThat(agent.output(run).length()).isBetween(256 << 10, (256 + 64) << 10);
        assertThat(agent.all(FromSession.Omitted.class).getFirst().bytes())
                .isGreaterThan((8 << 20) - ((256 + 64) << 10) - 1);
        assertThat(agent.run("return 1;")).isEqualTo(new Reply.Returned("1"));
    }

    @Test
    void a_flood_in_one_piece_is_stopped_as_well() {
        long run =
                agent.begin(
                        "var b = new byte[50_000_000]; Arrays.fill(b, (byte) 'x');"
                                + " System.out.write(b, 0, b.length); Thread.sleep(1_000_000);");
        agent.await(FromSession.OverLimit.class, m -> m.limit() == Limit.OUTPUT);
        assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
        agent.endRun(run);
        assertThat(agent.output(run)).hasSize(HEAD + TAIL);
    }

    @Test
    void threads_are_named() {
        long run =
                agent.begin(
                        """
                        Thread.ofPlatform().name("worker").start(() -> System.out.print("a")).join();
                        Thread.ofVirtual().name("named").start(() -> System.out.print("b")).join();
                        Thread.ofVirtual().start(() -> System.out.print("c")).join();
                        """);
        agent.reply(run);
        assertThat(agent.all(Output.class).stream().map(Output::thread))
                .hasSize(3)
                .startsWith("worker", "named")
                .last()
                .asString()
                .matches("virtual #\\d+");
    }

    @Test
    void output_belongs_to_the_run_that_started_the_thread() {
        long first =
                agent.begin(
                        """
                        go = new CountDownLatch(1);
                        Thread.ofVirtual().start(() -> {
                            try { go.await(); } catch (InterruptedException e) {}
                            System.out.println("late");
                            Thread.ofPlatform().start(() -> System.out.println("later"));
                        });
                        go();
                        """,
                        """
                        static CountDownLatch go;
                        static void go() {
                            Thread.ofPlatform().daemon().start(() -> {
                                try { System.in.read(); go.countDown(); } catch (IOException e) {}
                            });
                        }
                        """);
        agent.reply(first);
        assertThat(agent.endRun(first).threadCount()).isEqualTo(2);
        long second = agent.begin("System.out.println(\"now\"); Thread.sleep(1_000_000);");
        agent.awaitOutput(second, "now");
        agent.send(new ToSession.Input(new byte[] {'\n'}, false));
        agent.awaitOutput(first, "late\nlater\n");
        assertThat(agent.output(second)).isEqualTo("now\n");
    }

    @Test
    void a_thread_made_in_one_run_and_started_in_the_next_belongs_to_the_next() {
        long first =
                agent.begin(
                        "System.getProperties().put(\"t\", new Thread(() -> {"
                                + " System.out.println(\"hi\"); LockSupport.park(); }));");
        agent.reply(first);
        assertThat(agent.endRun(first).threadCount()).isZero();
        long second = agent.begin("((Thread) System.getProperties().get(\"t\")).start();");
        agent.awaitOutput(second, "hi\n");
        assertThat(agent.endRun(second).threadCount()).isEqualTo(1);
        assertThat(agent.output(first)).isEmpty();
    }

    @Test
    void workers_of_the_common_pool_write_for_the_run_under_way() {
        for (int i = 0; i < 2; i++) {
            long run =
                    agent.begin(
                            "ForkJoinPool.commonPool().submit(() ->"
                                    + " System.out.print(\"c\")).get();");
            agent.reply(run);
            assertThat(agent.output(run)).isEqualTo("c");
            assertThat(agent.endRun(run).threads()).isEmpty();
        }
    }

    @Test
    void a_closed_or_replaced_stream_is_there_again_in_the_next_run() {
        agent.run("System.out.close(); System.err.close(); System.in.close();");
        agent.run(
                "System.setOut(null); System.setErr(new PrintStream(new"
                        + " ByteArrayOutputStream()));");
        long run = agent.begin("System.out.print(\"a\"); System.err.print(\"b\");");
        agent.reply(run);
        assertThat(agent.output(run)).isEqualTo("ab");
    }

    @Test
    void what_is_written_to_the_descriptor_itself_does_not_disturb_the_messages() {
        agent.run(
                """
                try (var out = new FileOutputStream(FileDescriptor.out)) {
                    out.write("raw text\\n".getBytes());
                }
                """);
        assertThat(agent.run("return 2;")).isEqualTo(new Reply.Returned("2"));
        assertThat(agent.raw(5)).contains("raw text");
    }

    @Test
    void an_uncaught_exception_is_printed_as_in_any_jvm() {
        long run =
                agent.begin(
                        """
                        var t = new Thread(() -> { throw new IllegalStateException("oh"); }, "T1");
                        t.start();
                        t.join();
                        """);
        agent.reply(run);
        assertThat(agent.output(run))
                .startsWith(
                        "Exception in thread \"T1\" java.lang.IllegalStateException: oh\n\tat ");
        assertThat(agent.all(Output.class)).allMatch(Output::error);
    }
}
