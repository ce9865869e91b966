package dev.interleave.bench.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory of the product in MB of 1,048,576 bytes, as the proportional set size, in which pages that
 * are shared count once in all.
 *
 * @param sessionJvms of each session's JVM
 * @param jails what is around those JVMs: processes of the jails themselves
 * @param compilers of all compilers with their jails
 * @param server of this process
 */
public record Memory(List<Double> sessionJvms, double jails, double compilers, double server) {

    private static final double MB = 1 << 20;

    /**
     * As it is now.
     *
     * @throws IOException if the system does not tell
     */
    public static Memory now() throws IOException {
        var product = Product.now();
        var jvms = new ArrayList<Double>();
        for (var jvm : product.sessionJvms()) {
            jvms.add(jvm.pssBytes() / MB);
        }
        var sessions = sum(jvms);
        return new Memory(
                jvms,
                megabytes(product.sessionJails()) - sessions,
                megabytes(product.compilerJails()),
                megabytes(List.of(HostProcess.of(ProcessHandle.current()))));
    }

    public double total() {
        return sum(sessionJvms) + jails + compilers + server;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double megabytes(List<HostProcess> processes) throws IOException {
        var bytes = 0L;
        for (var process : processes) {
            bytes += process.pssBytes();
        }
        return bytes / MB;
    }
}
