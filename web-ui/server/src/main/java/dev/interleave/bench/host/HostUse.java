package dev.interleave.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How busy the machine has been since a moment, and with what.
 *
 * @param busy processor time that was used, by anybody, in ticks
 * @param total processor time that there was
 * @param ownMillis processor time of the product
 */
public record HostUse(long busy, long total, long ownMillis) {

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    /** From now on. */
    public static HostUse begin() {
        var fields = processorFields();
        return new HostUse(
                Arrays.stream(fields).sum() - fields[IDLE] - fields[IO_WAIT],
                Arrays.stream(fields).sum(),
                Product.cpuMillis());
    }

    private static long[] processorFields() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var words = lines.findFirst().orElseThrow().trim().split("\\s+");
            // The last two, guests, are counted in the first two already.
            return Arrays.stream(words, 1, 9).mapToLong(Long::parseLong).toArray();
        } catch (IOException e) {
            return new long[8];
        }
    }

    /** How much of all processors was used since then, by anybody, from 0 to 1. */
    public double busyShare() {
        var now = begin();
        return share(now.busy - busy, now);
    }

    /** What was used since then by other processes than the product's, in a sentence. */
    public String others() {
        var now = begin();
        var own = (now.ownMillis - ownMillis) / 10;
        var share = Math.max(0, share(now.busy - busy - own, now));
        return "others used %.0f %% of the machine".formatted(100 * share);
    }

    private double share(long ticks, HostUse now) {
        return ticks / (double) Math.max(1, now.total - total);
    }
}
