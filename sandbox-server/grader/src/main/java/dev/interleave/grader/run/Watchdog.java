package dev.interleave.grader.run;

import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.ToGrader;
import java.io.IOException;

/**
 * Gives up tests that come to no end. It looks at what threads do and not at the clock: a test is
 * stuck when in many looks on end no thread could go on, however slowly the machine runs; and it
 * has gone astray when it has used up its processor time. Then it sends the test's record and ends
 * this JVM, because what the test has left behind would disturb the next.
 *
 * <p>Threading: one thread starts, watches and rests; the dog has a thread of its own.
 */
final class Watchdog {

    private static final int LOOK_MILLIS = 25;

    /** How much longer it waits while somebody sleeps or waits with a limit. */
    private static final int PATIENCE_WITH_SLEEPERS = 5;

    private final ToGrader.Settings settings;
    private final Records records;
    private final Findings findings;
    private int number;
    private Thread testThread;
    private int quietLooks;
    private long cpuAtStart;

    Watchdog(ToGrader.Settings settings, Records records, Findings findings) {
        this.settings = settings;
        this.records = records;
        this.findings = findings;
    }

    void start() {
        Thread.ofPlatform()
                .daemon()
                .name("watchdog")
                .priority(Thread.MAX_PRIORITY)
                .start(this::run);
    }

    synchronized void watch(int test, Thread thread) {
        number = test;
        testThread = thread;
        quietLooks = 0;
        cpuAtStart = ThreadStates.cpuMillis();
    }

    synchronized void rest() {
        testThread = null;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException | IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private synchronized void look() throws IOException {
        if (testThread == null) {
            return;
        }
        quietLooks = ThreadStates.anyCanRun() ? 0 : quietLooks + 1;
        int quietMillis = quietLooks * LOOK_MILLIS;
        if (quietMillis > settings.quietMillis() * PATIENCE_WITH_SLEEPERS) {
            giveUp(Symptom.TIMEOUT, "Nothing happened any more, except that threads slept.");
        } else if (quietMillis > settings.quietMillis() && !ThreadStates.anySleeps()) {
            giveUp(Symptom.DEADLOCK, "Nobody can go on: every thread waits.");
        } else if (ThreadStates.cpuMillis() - cpuAtStart > settings.cpuMillis()) {
            giveUp(
                    Symptom.TIMEOUT,
                    "It came to no end within %.1f s of processor time."
                            .formatted(settings.cpuMillis() / 1000.0));
        }
    }

    private void giveUp(Symptom symptom, String headline) throws IOException {
        records.send(new Diagnosis(findings, testThread).record(number, symptom, headline));
        records.end();
        Runtime.getRuntime().halt(0);
    }
}
