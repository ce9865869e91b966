import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class HttpTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Http.Connection over(InputStream in) {
        return new Http.Connection() {
            @Override
            public InputStream in() {
                return in;
            }

            @Override
            public void close() {}
        };
    }

    private static InputStream whole(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One byte for each read, as a network may. */
    private static InputStream slowly(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(length, 1));
            }
        };
    }

    private static Http.Response read(String text) throws Exception {
        return Http.read(over(whole(text)), MINUTE);
    }

    private static String text(Http.Response response) {
        return new String(response.body(), StandardCharsets.ISO_8859_1);
    }

    @Test
    @Tag("task:head")
    @DisplayName("The status and the headers")
    void status_and_headers() throws Exception {
        var response = read("HTTP/1.1 404 Not Found\r\nserver:tea \r\ncontent-length:  0\r\n\r\n");
        assertEquals(404, response.status());
        assertEquals(Map.of("server", "tea", "content-length", "0"), response.headers());
        assertEquals("", text(response));
    }

    @Test
    @Tag("task:head")
    @Tag("hidden")
    @DisplayName("Names in any case, a colon in a value, a status without a text")
    void names_in_any_case() throws Exception {
        var response = read("HTTP/1.1 200\r\nCONTENT-Length: 3\r\nLocation: http://a\r\n\r\nabcd");
        assertEquals(200, response.status());
        assertEquals("http://a", response.headers().get("location"));
        assertEquals("abc", text(response));
    }

    @Test
    @Tag("task:body")
    @DisplayName("A body with a length")
    void by_length() throws Exception {
        assertEquals(
                "hello",
                text(read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200")));
    }

    @Test
    @Tag("task:body")
    @DisplayName("A body in chunks")
    void in_chunks() throws Exception {
        assertEquals("hello world", text(read(CHUNKS)));
    }

    private static final String CHUNKS =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nhello\r\n6;a=b\r\n world\r\n0\r\n\r\n";

    @Test
    @Tag("task:body")
    @Tag("hidden")
    @DisplayName("Chunks with a length of more than one digit, and line ends in them")
    void long_chunks() throws Exception {
        assertEquals(
                "0123456789\r\nabcd|0123456789",
                text(
                        read(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + "10\r\n0123456789\r\nabcd\r\n"
                                        + "B\r\n|0123456789\r\n0\r\n\r\n")));
    }

    @Test
    @Tag("task:body")
    @Tag("hidden")
    @DisplayName("A body to the end of the stream, and a response without a body")
    void to_the_end() throws Exception {
        assertEquals("hello", text(read("HTTP/1.1 200 OK\r\n\r\nhello")));
        assertEquals("", text(read("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK")));
        assertEquals("", text(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\nabc")));
    }

    @Test
    @Tag("task:body")
    @Tag("hidden")
    @DisplayName("If there are chunks, the length does not count")
    void chunks_and_a_length() throws Exception {
        assertEquals(
                "tea",
                text(
                        read(
                                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"
                                        + "Transfer-Encoding: chunked\r\n\r\n"
                                        + "3\r\ntea\r\n0\r\n\r\n")));
    }

    @Test
    @Tag("task:keep-alive")
    @Tag("points:2")
    @DisplayName("The next response is still there")
    void the_next_response() throws Exception {
        var second = "HTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nb";
        var third = "HTTP/1.1 204 Nothing\r\n\r\n";
        var in = whole(CHUNKS + second + third + second);
        assertEquals("hello world", text(Http.read(over(in), MINUTE)));
        assertEquals("b", text(Http.read(over(in), MINUTE)));
        assertEquals(204, Http.read(over(in), MINUTE).status());
        assertEquals(201, Http.read(over(in), MINUTE).status());
    }

    @Test
    @Tag("task:keep-alive")
    @DisplayName("Bytes may be cut anywhere")
    void cut_anywhere() throws Exception {
        assertEquals("hello world", text(Http.read(over(slowly(CHUNKS)), MINUTE)));
        var length = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        assertEquals("hello", text(Http.read(over(slowly(length)), MINUTE)));
    }

    @Test
    @Tag("task:early")
    @Tag("points:2")
    @DisplayName("A response that is cut off is an EOFException, wherever it was cut")
    void cut_off() {
        var length = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        for (var response : new String[] {length, CHUNKS}) {
            for (int end = 0; end < response.length(); end++) {
                var half = response.substring(0, end);
                assertThrows(
                        EOFException.class,
                        () -> read(half),
                        () -> "the response that was cut off is: " + half);
            }
        }
    }

    @Test
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("What the connection throws comes out")
    void a_broken_connection() {
        var failure = new IOException("reset");
        var in =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw failure;
                    }
                };
        assertSame(failure, assertThrows(IOException.class, () -> Http.read(over(in), MINUTE)));
    }

    /** Gives a byte of a text after each pause; a closed one breaks. */
    private static final class Slow extends InputStream implements Http.Connection {

        private final String text;
        private final Duration pause;
        private final Duration onTheWay;
        private final Semaphore closing = new Semaphore(0);
        final AtomicBoolean closed = new AtomicBoolean();
        final AtomicInteger reading = new AtomicInteger();
        private int next;

        Slow(String text, Duration pause) {
            this(text, pause, Duration.ZERO);
        }

        /** The last byte is on its way for a while, when closing does not keep it back any more. */
        Slow(String text, Duration pause, Duration onTheWay) {
            this.text = text;
            this.pause = pause;
            this.onTheWay = onTheWay;
        }

        @Override
        public int read() throws IOException {
            reading.incrementAndGet();
            try {
                long millis = pause.toMillis();
                if (closing.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                    Thread.yield();
                    throw new IOException("closed");
                }
                if (next == text.length() - 1) {
                    Thread.sleep(onTheWay);
                }
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            } finally {
                reading.decrementAndGet();
            }
            return next < text.length() ? text.charAt(next++) : -1;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            int value = length == 0 ? 0 : read();
            if (value < 0) {
                return -1;
            }
            if (length > 0) {
                to[at] = (byte) value;
            }
            return Math.min(length, 1);
        }

        @Override
        public InputStream in() {
            return this;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                closing.release();
            }
        }
    }

    private static final String SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na";

    @Explore(schedules = 100)
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("A silent server: after a minute the connection is closed")
    public void a_silent_server(Run run) throws Exception {
        timesOut(run, new Slow(SHORT, Duration.ofDays(1)));
    }

    @Explore(schedules = 100)
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("A server that sends a byte every ten seconds has a minute, too")
    public void drop_by_drop(Run run) throws Exception {
        timesOut(run, new Slow(SHORT, Duration.ofSeconds(11)));
    }

    private static void timesOut(Run run, Slow slow) throws Exception {
        try {
            Http.read(slow, MINUTE);
            run.check(false, "read() waited for the whole response");
        } catch (TimeoutException e) {
            run.checkEquals(60L, run.elapsed().toSeconds(), "the seconds that it took");
            run.checkEquals(0, slow.reading.get(), "how many are still reading");
            run.check(slow.closed.get(), "the connection was not closed");
        }
    }

    @Explore(schedules = 100)
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("A response in time is returned, and later nobody closes the connection")
    public void in_time(Run run) throws Exception {
        var slow = new Slow(SHORT, Duration.ofSeconds(1));
        try {
            run.checkEquals("a", text(Http.read(slow, MINUTE)), "the body");
        } catch (TimeoutException e) {
            return; // In some schedules whoever reads is as slow as that.
        }
        run.sleep(Duration.ofMinutes(2));
        run.check(!slow.closed.get(), "the connection was closed");
    }

    @Explore(schedules = 100)
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("At the very limit: a response and an open connection, or neither")
    public void at_the_very_limit(Run run) throws Exception {
        var slow = new Slow(SHORT, Duration.ofMillis(1_500), Duration.ofSeconds(2));
        try {
            run.checkEquals("a", text(Http.read(slow, MINUTE)), "the body");
        } catch (TimeoutException e) {
            run.check(slow.closed.get(), "it took too long, and the connection was not closed");
            return;
        }
        run.sleep(Duration.ofMinutes(2));
        run.check(!slow.closed.get(), "the response was returned, and its connection closed");
    }
}
