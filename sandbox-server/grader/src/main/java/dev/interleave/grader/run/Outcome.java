package dev.interleave.grader.run;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Hears how a test method went, with everything around it and everything below it. What was skipped
 * or aborted has not passed.
 *
 * <p>Threading: JUnit calls it from the test's thread.
 */
final class Outcome implements TestExecutionListener {

    private Throwable failure;
    private boolean incomplete;
    private int passed;

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        incomplete = true;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.SUCCESSFUL) {
            passed += test.isTest() ? 1 : 0;
        } else if (result.getStatus() == Status.ABORTED) {
            incomplete = true;
        } else if (failure == null) {
            failure = result.getThrowable().orElse(new AssertionError("failed without a reason"));
        }
    }

    /** The first one, or null. */
    Throwable failure() {
        return failure;
    }

    boolean passed() {
        return failure == null && !incomplete && passed > 0;
    }
}
