package dev.interleave.measurer.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stacks of this process's platform threads, as the kernel tells them: memory of no file below
 * which lies a piece that nobody may touch, by which the JVM notices an overflow.
 *
 * @param bytes that are in memory
 */
public record Stacks(int count, long bytes) {

    private static final Pattern MAPPING =
            Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S+) \\S+ \\S+ (\\d+)\\s*(.*)");

    private static final Pattern RESIDENT = Pattern.compile("Rss:\\s+(\\d+) kB");
    private static final long KILO = 1024;

    /** Four pages: a red one, two yellow ones, and one that is reserved. */
    private static final long GUARD = 16 * KILO;

    /** As the JVM is told by -Xss. */
    private static final long MOST = 512 * KILO;

    /** None where the kernel does not tell. */
    public static Stacks now() {
        try {
            return of(Files.readAllLines(Path.of("/proc/self/smaps")));
        } catch (IOException e) {
            return new Stacks(0, 0);
        }
    }

    static Stacks of(List<String> smaps) {
        int count = 0;
        long bytes = 0;
        long guarded = -1;
        boolean stack = false;
        for (String line : smaps) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher resident = RESIDENT.matcher(line);
            if (mapping.matches()) {
                long from = Long.parseUnsignedLong(mapping.group(1), 16);
                long to = Long.parseUnsignedLong(mapping.group(2), 16);
                boolean anonymous = mapping.group(5).isEmpty();
                String rights = mapping.group(3);
                stack = anonymous && rights.equals("rw-p") && from == guarded && to - from <= MOST;
                guarded = anonymous && rights.equals("---p") && to - from == GUARD ? to : -1;
                count += stack ? 1 : 0;
            } else if (stack && resident.matches()) {
                bytes += KILO * Long.parseLong(resident.group(1));
            }
        }
        return new Stacks(count, bytes);
    }
}
