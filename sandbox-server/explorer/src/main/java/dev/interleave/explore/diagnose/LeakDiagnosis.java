package dev.interleave.explore.diagnose;

import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Sites;
import java.util.Arrays;

/** Which thread lives on after the scenario has ended, and why. */
final class LeakDiagnosis {

    private final Execution execution;
    private final WaitsFor waits;

    LeakDiagnosis(Execution execution, WaitsFor waits) {
        this.execution = execution;
        this.waits = waits;
    }

    Finding finding() {
        var left =
                execution.scheduler().threads().stream()
                        .filter(thread -> !thread.ended())
                        .findFirst()
                        .orElseThrow();
        var what = isWorker(left) ? "executor" : "thread";
        var evidence =
                new Evidence.Leak(what, left.name(), Stacks.of(left.thread().getStackTrace()));
        return new Finding(FaultKind.LEAK, message(left, what), evidence);
    }

    private String message(ControlledThread thread, String what) {
        if (what.equals("executor")) {
            return "%s is a worker of an executor that was not shut down; it still waits for tasks."
                    .formatted(thread);
        }
        return "%s still lives after the scenario has ended: it waits at %s for %s."
                .formatted(thread, Sites.place(thread.site()).where(), waits.what(thread));
    }

    private static boolean isWorker(ControlledThread thread) {
        return Arrays.stream(thread.thread().getStackTrace())
                .anyMatch(
                        frame ->
                                frame.getMethodName().equals("getTask")
                                        && frame.getClassName().endsWith("ThreadPoolExecutor"));
    }
}
