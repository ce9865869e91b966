package dev.interleave.grader.run;

import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.ToGrader;
import java.io.IOException;

/** Runs the tests of an order one after the other, each on a thread of its own. */
final class Plan {

    private final ToGrader.Run order;
    private final Records records;
    private Scenarios scenarios;

    Plan(ToGrader.Run order, Records records) {
        this.order = order;
        this.records = records;
    }

    /**
     * Returns when every test has its record, or when the JVM has no room left for the next one,
     * which then gets another JVM; does not return when a test has to be given up.
     */
    void run() throws IOException, InterruptedException {
        SubmissionClasses classes =
                new SubmissionClasses(order.classes(), order.submissionClasses());
        Findings findings = new Findings(order.submissionClasses());
        Watchdog watchdog = new Watchdog(order.settings(), records, findings);
        Output.capture();
        if (!order.tests().stream().allMatch(test -> ScenarioName.is(test.uniqueId()))) {
            JUnit.warmUp();
        }
        watchdog.start();
        for (ToGrader.Planned test : order.tests()) {
            TestRun run = new TestRun(test, order.settings(), this::scenarios, findings);
            Thread thread = new Thread(run, "main");
            thread.setContextClassLoader(classes);
            watchdog.watch(test.number(), thread);
            if (!started(thread)) {
                break;
            }
            thread.join();
            watchdog.rest();
            records.send(run.record());
            if (run.record().symptom() == Symptom.MEMORY) {
                break;
            }
        }
        records.end();
    }

    /** Threads that earlier tests left behind may be all that the jail allows. */
    private static boolean started(Thread thread) {
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Woven once for all. */
    private Scenarios scenarios() {
        if (scenarios == null) {
            scenarios = new Scenarios(order);
        }
        return scenarios;
    }
}
