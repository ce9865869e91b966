package dev.interleave.grader.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.TestRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says why a test came to no end: who waits where, and who for whom. */
final class Diagnosis {

    private static final int MOST_THREADS = 6;
    private static final String LOADER = "submission//";

    private final Findings findings;
    private final Thread testThread;

    Diagnosis(Findings findings, Thread testThread) {
        this.findings = findings;
        this.testThread = testThread;
    }

    TestRecord record(int number, Symptom symptom, String headline) {
        String place = findings.place(testThread.getStackTrace());
        try {
            String text = Findings.cut(headline + cycle() + waiting());
            return TestRecord.failed(number, symptom, text, place);
        } catch (IOException | RuntimeException | Error e) {
            // What is known must be told; the rest is only detail.
            String text = headline + "\nWho waits where could not be found out: " + e;
            return TestRecord.failed(number, symptom, Findings.cut(text), place);
        }
    }

    /** The platform threads that wait for each other's locks, as the JVM finds them. */
    private static String cycle() {
        var threads = ManagementFactory.getThreadMXBean();
        long[] cycle = threads.findDeadlockedThreads();
        if (cycle == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (ThreadInfo info : threads.getThreadInfo(cycle)) {
            if (info != null) {
                text.append(
                        "\n«%s» waits for a lock that «%s» holds."
                                .formatted(info.getThreadName(), info.getLockOwnerName()));
            }
        }
        return text.toString();
    }

    /** Where in the submission threads are, platform and virtual ones. */
    private String waiting() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> e : Thread.getAllStackTraces().entrySet()) {
            String place = findings.place(e.getValue());
            if (place != null) {
                lines.add("«" + e.getKey().getName() + "» is in " + firstLine(place));
            }
        }
        lines.addAll(virtualThreads());
        return lines.stream().limit(MOST_THREADS).reduce("", (a, b) -> a + "\n" + b);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Only the JVM's own dump knows them all. */
    private static List<String> virtualThreads() throws IOException {
        Path dump = Files.createTempDirectory("dump").resolve("threads");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        List<String> found = new ArrayList<>();
        String thread = null;
        for (String line : Files.readAllLines(dump)) {
            if (line.startsWith("#")) {
                thread =
                        line.contains(" virtual")
                                ? line.replaceAll("^#(\\d+) \"(.*)\" .*", "#$1 $2")
                                : null;
            } else if (thread != null && line.contains(LOADER)) {
                found.add("«" + thread.strip() + "» is in " + line.strip().replace(LOADER, ""));
                thread = null;
            }
        }
        return found;
    }
}
