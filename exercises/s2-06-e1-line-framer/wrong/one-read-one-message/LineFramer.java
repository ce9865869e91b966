import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

public final class LineFramer {

    private final int limit;

    public LineFramer(int limit) {
        this.limit = limit;
    }

    public List<String> feed(ByteBuffer chunk) throws IOException {
        if (chunk.remaining() > limit + 1) {
            throw new IOException("too long");
        }
        return StandardCharsets.UTF_8.decode(chunk).toString().lines().toList();
    }
}
