import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Reads responses of HTTP. */
public final class Http {

    /** A response. */
    public record Response(int status, Map<String, String> headers, byte[] body) {}

    /** What a Socket is. */
    public interface Connection {

        InputStream in();

        /** Whoever reads gets an IOException. */
        void close();
    }

    private Http() {}

    /**
     * Reads one response.
     *
     * @param limit for all of it
     */
    public static Response read(Connection connection, Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        return null;
    }
}
