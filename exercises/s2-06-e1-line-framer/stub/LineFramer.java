import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Cuts lines out of bytes that come in pieces. */
public final class LineFramer {

    /**
     * @param limit how many bytes a line may have, without its line feed
     */
    public LineFramer(int limit) {
        // TODO
    }

    /** Takes all that remains in the chunk, and returns the lines that have become whole. */
    public List<String> feed(ByteBuffer chunk) throws IOException {
        throw new UnsupportedOperationException("TODO");
    }
}
