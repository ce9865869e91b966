import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public final class LineFramer {

    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public LineFramer(int limit) {
        this.limit = limit;
    }

    public List<String> feed(ByteBuffer chunk) throws IOException {
        var lines = new ArrayList<String>();
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            if (next == '\n' && line.size() > 0) {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (next == '\n') {
                continue;
            } else if (line.size() == limit) {
                throw new IOException("a line of more than " + limit + " bytes");
            } else {
                line.write(next);
            }
        }
        return lines;
    }
}
