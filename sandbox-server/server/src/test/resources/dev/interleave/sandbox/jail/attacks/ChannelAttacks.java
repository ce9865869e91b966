import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

class ChannelAttacks {

    /** Opens every descriptor once more by its name and writes to it. */
    static Object writeToDescriptors(String[] args) throws IOException {
        int written = 0;
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    Files.writeString(descriptor, "forged", StandardOpenOption.WRITE);
                    written++;
                } catch (IOException e) {
                    // Not this one.
                }
            }
        }
        return written;
    }
}
