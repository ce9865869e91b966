package dev.interleave.explore.diagnose;

import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.Fault;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.result.ThreadReport;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Ending;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Sites;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names the fault that a run ended with. */
public final class Diagnosis {

    private static final String POOL_TASK = "java.util.concurrent.ForkJoinTask";

    private final Execution execution;
    private final WaitsFor waits;

    private Diagnosis(Execution execution) {
        this.execution = execution;
        this.waits = new WaitsFor(execution);
    }

    /**
     * The fault of a run that has ended; empty if it has none.
     *
     * @param leaks whether threads that live on are a fault
     */
    public static Optional<Fault> of(Execution execution, boolean leaks) {
        return new Diagnosis(execution).fault(leaks);
    }

    /** Whether a thread waits for tasks of a pool that is not under control. */
    public static boolean waitsForForeignPool(Execution execution) {
        return execution.ending() == Ending.STUCK
                && execution.scheduler().threads().stream()
                        .filter(thread -> !thread.ended())
                        .flatMap(thread -> Arrays.stream(thread.thread().getStackTrace()))
                        .anyMatch(frame -> frame.getClassName().equals(POOL_TASK));
    }

    private Optional<Fault> fault(boolean leaks) {
        return switch (execution.ending()) {
            case FOUND -> Optional.of(report(execution.scheduler().finding()));
            case STUCK -> Optional.of(report(new StuckDiagnosis(execution, waits).finding()));
            case LEFT_BEHIND ->
                    leaks
                            ? Optional.of(report(new LeakDiagnosis(execution, waits).finding()))
                            : Optional.empty();
            case COMPLETED -> leaks ? lockLeft().map(this::report) : Optional.empty();
            case UNCONTROLLED -> Optional.empty();
        };
    }

    private Optional<Finding> lockLeft() {
        return execution.heldLocks().stream()
                .findFirst()
                .map(
                        lock -> {
                            var message =
                                    "Every thread has ended, but %s is still locked."
                                            .formatted(execution.nameOf(lock));
                            return new Finding(
                                    FaultKind.LEAK,
                                    message,
                                    new Evidence.Leak("lock", "", List.of()));
                        });
    }

    private Fault report(Finding finding) {
        return new Fault(finding.kind(), finding.message(), finding.evidence(), reports());
    }

    private List<ThreadReport> reports() {
        return execution.scheduler().threads().stream().map(this::report).toList();
    }

    private ThreadReport report(ControlledThread thread) {
        if (thread.ended())
            return new ThreadReport(
                    thread.name(), ThreadReport.State.ENDED, "has ended", List.of());
        var stack = Stacks.of(thread.thread().getStackTrace());
        if (execution.scheduler().running() == thread || thread.id() == execution.lastRunning()) {
            var doing = "is at " + Sites.place(thread.site());
            if (execution.scheduler().finding() != null) {
                return new ThreadReport(thread.name(), ThreadReport.State.RUNNING, doing, stack);
            }
        }
        if (execution.scheduler().isReady(thread)) {
            return new ThreadReport(
                    thread.name(), ThreadReport.State.RUNNABLE, "could go on", stack);
        }
        var holder = waits.holder(thread).map(other -> ", held by " + other).orElse("");
        var doing = "waits for " + waits.what(thread) + holder;
        return new ThreadReport(thread.name(), ThreadReport.State.BLOCKED, doing, stack);
    }
}
