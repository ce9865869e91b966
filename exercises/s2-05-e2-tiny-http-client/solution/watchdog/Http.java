import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

public final class Http {

    public record Response(int status, Map<String, String> headers, byte[] body) {}

    public interface Connection {

        InputStream in();

        void close();
    }

    private Http() {}

    public static Response read(Connection connection, Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        var decided = new AtomicBoolean();
        var watchdog =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                Thread.sleep(limit);
                                if (decided.compareAndSet(false, true)) {
                                    connection.close();
                                }
                            } catch (InterruptedException e) {
                                // The response is there.
                            }
                        });
        try {
            var response = response(connection.in());
            if (decided.compareAndSet(false, true)) {
                return response;
            }
            throw new TimeoutException("no response within " + limit);
        } catch (IOException e) {
            if (decided.compareAndSet(false, true)) {
                throw e;
            }
            throw new TimeoutException("no response within " + limit);
        } finally {
            watchdog.interrupt();
            watchdog.join();
        }
    }

    private static Response response(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        var headers = new HashMap<String, String>();
        for (String line; !(line = line(in)).isEmpty(); ) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(status, headers, body(status, headers, in));
    }

    private static byte[] body(int status, Map<String, String> headers, InputStream in)
            throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : bytes(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(in).split(";")[0].strip(), 16);
            body.writeBytes(bytes(in, length));
            line(in);
        } while (length > 0);
        return body.toByteArray();
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("only " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) != '\n'; ) {
            if (c < 0) {
                throw new EOFException("in the middle of a line");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
