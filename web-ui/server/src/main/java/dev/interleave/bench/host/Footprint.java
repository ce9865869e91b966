package dev.interleave.bench.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the product holds of the machine: what has to be the same after any amount of work.
 *
 * @param counts how many there are, by what they are
 */
public record Footprint(Map<String, Long> counts) {

    /**
     * As it is now.
     *
     * @throws IOException if the system does not tell
     */
    public static Footprint now() throws IOException {
        var counts = new TreeMap<String, Long>();
        var product = Product.now();
        var own = HostProcess.of(ProcessHandle.current());
        counts.put("processes", (long) product.processes().size());
        counts.put("threads of the server", OwnThreads.count());
        counts.put("open files of the server", own.entries("fd"));
        counts.put(
                "open files of compilers",
                product.compilerJvms().stream().mapToLong(jvm -> jvm.entries("fd")).sum());
        counts.put("temporary files", ServerFiles.temporary());
        counts.put("control groups", ServerFiles.controlGroups());
        return new Footprint(counts);
    }

    /** What there is more of than there was before, one sentence each. */
    public List<String> grownSince(Footprint before) {
        var grown = new ArrayList<String>();
        counts.forEach(
                (what, count) -> {
                    var was = before.counts.getOrDefault(what, 0L);
                    if (count > was) {
                        grown.add("%s: %d, before %d".formatted(what, count, was));
                    }
                });
        return grown;
    }
}
