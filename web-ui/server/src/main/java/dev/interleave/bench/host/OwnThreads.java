package dev.interleave.bench.host;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The threads of this process, virtual ones too. */
final class OwnThreads {

    private static final Pattern THREAD = Pattern.compile("#\\d+ \"(?<name>[^\"]*)\".*");

    /** Threads that the JDK makes and ends as it likes; they carry others. */
    private static final Pattern CARRIER =
            Pattern.compile("ForkJoinPool.*|.*-unparker|.*-unblocker");

    private OwnThreads() {}

    static long count() throws IOException {
        var folder = Files.createTempDirectory("interleave-threads");
        var dump = folder.resolve("dump");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            try (var lines = Files.lines(dump)) {
                return lines.map(THREAD::matcher)
                        .filter(thread -> thread.matches())
                        .filter(thread -> !CARRIER.matcher(thread.group("name")).matches())
                        .count();
            }
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(folder);
        }
    }
}
