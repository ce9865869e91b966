import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public final class LineFramer {

    private final ByteBuffer line;

    public LineFramer(int limit) {
        line = ByteBuffer.allocate(limit);
    }

    public List<String> feed(ByteBuffer chunk) throws IOException {
        var lines = new ArrayList<String>();
        while (chunk.hasRemaining()) {
            int end = indexOfLineFeed(chunk);
            int length = (end < 0 ? chunk.limit() : end) - chunk.position();
            if (length > line.remaining()) {
                throw new IOException("a line of more than " + line.capacity() + " bytes");
            }
            line.put(chunk.slice(chunk.position(), length));
            chunk.position(chunk.position() + length);
            if (end >= 0) {
                chunk.get();
                line.flip();
                lines.add(StandardCharsets.UTF_8.decode(line).toString());
                line.clear();
            }
        }
        return lines;
    }

    private static int indexOfLineFeed(ByteBuffer chunk) {
        for (int i = chunk.position(); i < chunk.limit(); i++) {
            if (chunk.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }
}
