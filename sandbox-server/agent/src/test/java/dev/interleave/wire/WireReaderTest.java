package dev.interleave.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger can send. The random cases are the same in each run. */
class WireReaderTest {

    private static final int ROUNDS = 2_000;

    private static final Frame FRAME = new Frame("REPL.$JShell$1", "do_it$", null, 3);

    private interface Reading {
        Object read(int tag, WireReader in) throws WireException;
    }

    private record Direction(String name, Reading reading, List<byte[]> frames) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Direction> directions() {
        return Stream.of(
                new Direction("from a session", FromSession::read, frames(fromSession())),
                new Direction("to a session", ToSession::read, frames(toSession())),
                new Direction("from a compiler", FromCompiler::read, frames(fromCompiler())),
                new Direction("to a compiler", ToCompiler::read, frames(toCompiler())));
    }

    private static List<Object> fromSession() {
        var causes = List.of(new Cause("E", "m", List.of(FRAME)), new Cause("F", null, List.of()));
        var thread = new ThreadInfo("t", true, "WAITING", null);
        var event = new TraceEvent(TraceEvent.Kind.PARK, 5, 1, 2, 3, 4, "t");
        return List.of(
                new FromSession.Hello(Wire.PROTOCOL),
                new FromSession.Output(1, true, "main", "text 漢"),
                new FromSession.Omitted(1, false, 1L << 40),
                new FromSession.Replied(1, new Reply.Returned("1")),
                new FromSession.Replied(1, new Reply.Returned(null)),
                new FromSession.Replied(1, new Reply.Threw(causes)),
                new FromSession.Replied(1, new Reply.Unresolved(7, List.of(FRAME))),
                new FromSession.Replied(1, new Reply.Stopped()),
                new FromSession.Replied(1, new Reply.Broken("why")),
                new FromSession.Replied(1, new Reply.Gone()),
                new FromSession.OverLimit(1, FromSession.Limit.DISK),
                new FromSession.RunEnded(1, 300, List.of(thread)),
                new FromSession.StopFinished(1, 2),
                new FromSession.ThreadsEnded(1, 0),
                new FromSession.WantsInput(1),
                new FromSession.Traced(1, List.of(event)),
                new FromSession.Pong(5));
    }

    private static List<Object> toSession() {
        return List.of(
                new ToSession.BeginRun(1),
                new ToSession.Invoke(1, "C", "m"),
                new ToSession.ReadVariable(1, "C", "f"),
                new ToSession.Trace(1),
                new ToSession.EndRun(1),
                new ToSession.Stop(1),
                new ToSession.EndThreads(1),
                new ToSession.Publish(1, "C", "f", "k"),
                new ToSession.Ping(9));
    }

    private static List<Object> fromCompiler() {
        return List.of(
                new FromCompiler.Ready(Wire.PROTOCOL),
                new FromCompiler.Opened(1),
                new FromCompiler.Invoke(1, "C", "m"),
                new FromCompiler.ReadVariable(1, "C", "f"),
                new FromCompiler.Publish(1, "C", "f", "k"),
                new FromCompiler.Rebuilt(1, "why"));
    }

    private static List<Object> toCompiler() {
        return List.of(
                new ToCompiler.Evaluate(1, 2, "int x = 1;"),
                new ToCompiler.Answer(1, new Reply.Returned("1")),
                new ToCompiler.Evict(1),
                new ToCompiler.Drop(1),
                new ToCompiler.Complete(1, 2, ToCompiler.Edited.cell("x."), 2),
                new ToCompiler.Document(1, 2, ToCompiler.Edited.cell("x"), 1),
                new ToCompiler.Check(
                        1,
                        2,
                        new ToCompiler.Edited(
                                "A.java",
                                "x",
                                List.of(new ToCompiler.Edited("B.java", "y", List.of())))));
    }

    private static List<byte[]> frames(List<Object> messages) {
        List<byte[]> frames = new ArrayList<>();
        for (Object message : messages) {
            var out = new WireWriter();
            switch (message) {
                case FromSession m -> m.writeTo(out);
                case ToSession m -> ToSession.write(out, m);
                case FromCompiler m -> FromCompiler.write(out, m);
                case ToCompiler m -> ToCompiler.write(out, m);
                default -> throw new IllegalArgumentException(message.toString());
            }
            frames.add(bytes(out));
        }
        return frames;
    }

    private static byte[] bytes(WireWriter out) {
        var bytes = new ByteArrayOutputStream();
        try {
            out.sendTo(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static Object read(Direction direction, InputStream in) throws IOException {
        var reader = new WireReader(in);
        return direction.reading.read(reader.next(), reader);
    }

    @Test
    void every_message_arrives_as_it_was_sent() throws IOException {
        for (Object message : fromSession()) {
            Direction direction = directions().findFirst().orElseThrow();
            byte[] frame = frames(List.of(message)).getFirst();
            assertThat(read(direction, new ByteArrayInputStream(frame))).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("directions")
    void a_truncated_frame_is_refused_wherever_it_ends(Direction direction) {
        for (byte[] frame : direction.frames) {
            for (int length = 1; length < frame.length; length++) {
                var in = new ByteArrayInputStream(frame, 0, length);
                assertThatThrownBy(() -> read(direction, in)).isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("directions")
    void a_frame_that_says_less_than_it_has_is_refused(Direction direction) {
        for (byte[] frame : direction.frames) {
            byte[] longer = Arrays.copyOf(frame, frame.length + 1);
            int length = longer.length - 4;
            longer[2] = (byte) (length >>> 8);
            longer[3] = (byte) length;
            assertThatThrownBy(() -> read(direction, new ByteArrayInputStream(longer)))
                    .isInstanceOf(WireException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("directions")
    void changed_bytes_are_read_or_refused_and_nothing_else(Direction direction) {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = direction.frames.get(random.nextInt(direction.frames.size())).clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            readOrRefuse(direction, frame);
        }
    }

    @ParameterizedTest
    @MethodSource("directions")
    void random_bytes_are_read_or_refused_and_nothing_else(Direction direction) {
        var random = new Random(43);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] frame = new byte[5 + random.nextInt(200)];
            random.nextBytes(frame);
            int length = frame.length - 4;
            frame[0] = 0;
            frame[1] = 0;
            frame[2] = (byte) (length >>> 8);
            frame[3] = (byte) length;
            frame[4] = (byte) random.nextInt(18);
            readOrRefuse(direction, frame);
        }
    }

    private static void readOrRefuse(Direction direction, byte[] bytes) {
        try {
            assertThat(read(direction, new ByteArrayInputStream(bytes))).isNotNull();
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Wire.MAX_FRAME + 1, Integer.MAX_VALUE})
    void a_length_out_of_bounds_is_refused_before_anything_is_read(int length) {
        byte[] header = bytes(new WireWriter().begin(0).i32(length));
        var in = new ByteArrayInputStream(header, 5, 4);
        assertThatThrownBy(() -> new WireReader(in).next()).isInstanceOf(WireException.class);
    }

    @Test
    void a_length_that_nothing_follows_costs_no_memory() {
        var in = new ByteArrayInputStream(new byte[] {0, 127, -1, -1, 1, 2, 3});
        long before = allocated();
        assertThatThrownBy(() -> new WireReader(in).next()).isInstanceOf(EOFException.class);
        assertThat(allocated() - before).isLessThan(1 << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void a_count_that_nothing_follows_costs_no_memory() throws IOException {
        byte[] frame = bytes(new WireWriter().begin(6).i64(1).i32(0).i32(Integer.MAX_VALUE));
        var reader = new WireReader(new ByteArrayInputStream(frame));
        int tag = reader.next();
        assertThatThrownBy(() -> FromSession.read(tag, reader))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("2147483647 elements");
    }

    @Test
    void lists_are_no_longer_than_agreed() throws IOException {
        var thread = new ThreadInfo("", false, "", "");
        List<ThreadInfo> threads =
                IntStream.rangeClosed(0, Wire.MAX_THREADS).mapToObj(_ -> thread).toList();
        byte[] frame = frames(List.of(new FromSession.RunEnded(1, 1, threads))).getFirst();
        var reader = new WireReader(new ByteArrayInputStream(frame));
        int tag = reader.next();
        assertThatThrownBy(() -> FromSession.read(tag, reader)).isInstanceOf(WireException.class);
    }

    @Test
    void nothing_thrown_is_refused() throws IOException {
        byte[] frame =
                frames(List.of(new FromSession.Replied(1, new Reply.Threw(List.of())))).getFirst();
        var reader = new WireReader(new ByteArrayInputStream(frame));
        int tag = reader.next();
        assertThatThrownBy(() -> FromSession.read(tag, reader)).isInstanceOf(WireException.class);
    }

    @Test
    void a_frame_can_be_read_again() throws IOException {
        byte[] frame = bytes(new WireWriter().begin(1).i64(17));
        var reader = new WireReader(new ByteArrayInputStream(frame));
        reader.next();
        assertThat(reader.i64()).isEqualTo(17);
        reader.again();
        assertThat(reader.i64()).isEqualTo(17);
    }

    @Test
    void frames_of_all_sizes_follow_one_another() throws IOException {
        var stream = new ByteArrayOutputStream();
        List<byte[]> sent = new ArrayList<>();
        var random = new Random(44);
        for (int size :
                new int[] {0, 10, 1019, 1020, 1021, 65_530, 65_531, 200_000, 3, 4 << 20, 1}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            sent.add(bytes);
            new WireWriter().begin(1).bytes(bytes).sendTo(stream);
        }
        var reader = new WireReader(new ByteArrayInputStream(stream.toByteArray()));
        for (byte[] bytes : sent) {
            assertThat(reader.next()).isEqualTo(1);
            assertThat(reader.bytes()).isEqualTo(bytes);
            assertThat(reader.end("all of it")).isNotNull();
        }
        assertThat(reader.next()).isEqualTo(-1);
    }

    @Test
    void a_frame_that_is_too_large_is_not_sent() {
        var out = new WireWriter().begin(1).bytes(new byte[Wire.MAX_FRAME]);
        assertThatThrownBy(() -> out.sendTo(new ByteArrayOutputStream()))
                .isInstanceOf(WireException.class);
    }
}
