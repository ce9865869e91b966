package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which methods of JDK 25 say what becomes of the tasks of a {@code ForkJoinPool}. */
final class ForkHooks {

    private static final String POOL = "java/util/concurrent/ForkJoinPool";
    private static final String TASK = "java/util/concurrent/ForkJoinTask";

    static final List<Hook> ALL = all();

    private ForkHooks() {}

    private static List<Hook> all() {
        List<Hook> hooks = new ArrayList<>();
        hooks.add(
                Hook.at(
                        POOL,
                        "poolSubmit(ZL" + TASK + ";)L" + TASK + ";",
                        Sinks.FORK_SUBMITTED,
                        code -> code.aload(2).aload(0)));
        hooks.add(
                Hook.around(
                        POOL,
                        "awaitWork(L" + POOL + "$WorkQueue;I)I",
                        Sinks.IDLE,
                        Kind.PARK_END.ordinal(),
                        Hook.FIRST));
        hooks.add(Hook.at(TASK, "fork()L" + TASK + ";", Sinks.FORKED, Hook.FIRST));
        hooks.add(Hook.at(TASK, "doExec()V", Sinks.FORK_BEGINS, Hook.FIRST));
        hooks.add(Hook.after(TASK, "setDone()V", Sinks.FORK_DONE, Hook.FIRST));
        hooks.add(Hook.after(TASK, "trySetCancelled()I", Sinks.FORK_DONE, Hook.FIRST));
        hooks.add(
                Hook.after(
                        TASK,
                        "trySetThrown(Ljava/lang/Throwable;)Z",
                        Sinks.FORK_FAILED,
                        Hook.FIRST_TWO));
        for (String method :
                List.of(
                        "join()Ljava/lang/Object;",
                        "get()Ljava/lang/Object;",
                        "get(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;",
                        "isCompletedAbnormally()Z",
                        "getException()Ljava/lang/Throwable;")) {
            hooks.add(Hook.at(TASK, method, Sinks.FORK_ASKED, Hook.FIRST));
        }
        return List.copyOf(hooks);
    }
}
