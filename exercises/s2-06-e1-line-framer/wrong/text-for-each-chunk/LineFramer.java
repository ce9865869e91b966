import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public final class LineFramer {

    private final int limit;
    private final StringBuilder text = new StringBuilder();

    public LineFramer(int limit) {
        this.limit = limit;
    }

    public List<String> feed(ByteBuffer chunk) throws IOException {
        text.append(StandardCharsets.UTF_8.decode(chunk));
        var lines = new ArrayList<String>();
        for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
            lines.add(checked(text.substring(0, end)));
            text.delete(0, end + 1);
        }
        checked(text.toString());
        return lines;
    }

    private String checked(String line) throws IOException {
        if (line.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new IOException("too long");
        }
        return line;
    }
}
