package dev.interleave.grader.run;

import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.grader.message.ToGrader;
import java.util.function.Supplier;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** One test by JUnit. Threading: {@link #record()} is for whoever has joined its thread. */
final class TestRun implements Runnable {

    private final ToGrader.Planned test;
    private final ToGrader.Settings settings;
    private final Supplier<Scenarios> scenarios;
    private final Findings findings;
    private TestRecord record;

    TestRun(
            ToGrader.Planned test,
            ToGrader.Settings settings,
            Supplier<Scenarios> scenarios,
            Findings findings) {
        this.test = test;
        this.settings = settings;
        this.scenarios = scenarios;
        this.findings = findings;
    }

    @Override
    public void run() {
        if (ScenarioName.is(test.uniqueId())) {
            record = explored();
            return;
        }
        Outcome outcome = new Outcome();
        try {
            JUnit.launcher()
                    .execute(
                            JUnit.request(
                                    settings.runDisabled(),
                                    DiscoverySelectors.selectUniqueId(test.uniqueId())),
                            outcome);
            record = record(outcome);
        } catch (Throwable e) {
            // JUnit passes on what it calls unrecoverable.
            record = findings.describe(test.number(), e);
        }
    }

    private TestRecord explored() {
        try {
            return scenarios.get().explore(test.number(), ScenarioName.parse(test.uniqueId()));
        } catch (Throwable e) {
            return findings.describe(test.number(), e);
        }
    }

    /** Made on the test's own thread, because it may call methods of the submission. */
    private TestRecord record(Outcome outcome) {
        if (outcome.failure() != null) {
            return findings.describe(test.number(), outcome.failure());
        }
        return outcome.passed()
                ? TestRecord.passed(test.number())
                : TestRecord.failed(
                        test.number(), Symptom.EXCEPTION, "The test did not run to its end.", null);
    }

    /** A test whose thread ended without a word has not passed. */
    TestRecord record() {
        return record != null
                ? record
                : TestRecord.failed(
                        test.number(), Symptom.EXCEPTION, "The test's thread was ended.", null);
    }
}
