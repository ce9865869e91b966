package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.function.Consumer;

/** Which methods of JDK 25 say what becomes of the tasks of executors and scopes. */
final class TaskHooks {

    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String TIMED_POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";
    private static final String PER_TASK = "java/util/concurrent/ThreadPerTaskExecutor";
    private static final String FUTURE = "java/util/concurrent/FutureTask";
    private static final String QUEUE = "java/util/concurrent/LinkedBlockingQueue";
    private static final String SCOPE = "java/util/concurrent/StructuredTaskScopeImpl";
    private static final String SUBTASK = SCOPE + "$SubtaskImpl";

    static final List<Hook> OF_EXECUTORS =
            List.of(
                    Hook.at(
                            POOL,
                            "execute(Ljava/lang/Runnable;)V",
                            Kind.TASK_OF,
                            code -> code.aload(1).aload(0)),
                    Hook.at(
                            POOL,
                            "beforeExecute(Ljava/lang/Thread;Ljava/lang/Runnable;)V",
                            Kind.TASK_RUN,
                            code -> code.aload(2).aconst_null()),
                    Hook.at(
                            POOL,
                            "afterExecute(Ljava/lang/Runnable;Ljava/lang/Throwable;)V",
                            Kind.TASK_DONE,
                            Hook.SECOND_THIRD),
                    Hook.at(
                            POOL,
                            "shutdownNow()Ljava/util/List;",
                            Kind.GROUP_CANCELLED,
                            Hook.FIRST),
                    Hook.at(
                            TIMED_POOL,
                            "delayedExecute(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                            Kind.TASK_OF,
                            code -> code.aload(1).aload(0)),
                    timed("schedule(Ljava/lang/Runnable;J"),
                    timed("schedule(Ljava/util/concurrent/Callable;J"),
                    timed("scheduleAtFixedRate(Ljava/lang/Runnable;JJ"),
                    timed("scheduleWithFixedDelay(Ljava/lang/Runnable;JJ"),
                    Hook.after(
                            PER_TASK,
                            "submit(Ljava/util/concurrent/Callable;)Ljava/util/concurrent/Future;",
                            Kind.TASK_OF,
                            code -> code.dup().aload(0)),
                    Hook.at(
                            PER_TASK,
                            "shutdownNow()Ljava/util/List;",
                            Kind.GROUP_CANCELLED,
                            Hook.FIRST),
                    Hook.at(FUTURE, "run()V", Kind.TASK_RUN, Hook.FIRST),
                    Hook.at(FUTURE, "runAndReset()Z", Kind.TASK_RUN, Hook.FIRST),
                    Hook.at(FUTURE, "finishCompletion()V", Kind.TASK_DONE, Hook.FIRST),
                    asked("get()Ljava/lang/Object;"),
                    asked("get(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;"),
                    asked("resultNow()Ljava/lang/Object;"),
                    asked("exceptionNow()Ljava/lang/Throwable;"),
                    asked("state()Ljava/util/concurrent/Future$State;"),
                    written(FUTURE),
                    Hook.after(QUEUE, "<init>(I)V", Kind.QUEUE, Hook.FIRST),
                    Hook.after(
                            "java/util/concurrent/ArrayBlockingQueue",
                            "<init>(IZ)V",
                            Kind.QUEUE,
                            Hook.FIRST),
                    Hook.after(
                            "java/util/concurrent/LinkedBlockingDeque",
                            "<init>(I)V",
                            Kind.QUEUE,
                            Hook.FIRST),
                    Hook.after(
                            "java/util/concurrent/PriorityBlockingQueue",
                            "<init>(ILjava/util/Comparator;)V",
                            Kind.QUEUE,
                            Hook.FIRST));

    static final List<Hook> OF_SCOPES =
            List.of(
                    Hook.after(
                            SCOPE,
                            "fork(Ljava/util/concurrent/Callable;)"
                                    + "Ljava/util/concurrent/StructuredTaskScope$Subtask;",
                            made("fork").andThen(ofScope())),
                    Hook.at(
                            SCOPE,
                            "onComplete(Ljava/util/concurrent/StructuredTaskScopeImpl$SubtaskImpl;)V",
                            Kind.TASK_DONE,
                            Hook.SECOND),
                    Hook.at(SCOPE, "cancel()V", Kind.GROUP_CANCELLED, Hook.FIRST),
                    new Hook(
                            SUBTASK,
                            "run()V",
                            Hook.tell(Kind.TASK_RUN, Hook.FIRST),
                            Hook.tell(Kind.TASK_DONE, Hook.FIRST),
                            false));

    private TaskHooks() {}

    /**
     * @param start name and first parameters
     */
    private static Hook timed(String start) {
        String name = start.substring(0, start.indexOf('('));
        return Hook.after(
                TIMED_POOL,
                start
                        + "Ljava/util/concurrent/TimeUnit;)"
                        + "Ljava/util/concurrent/ScheduledFuture;",
                Kind.TASK_MADE_BY,
                code -> code.dup().loadConstant(name));
    }

    private static Hook asked(String method) {
        return Hook.at(FUTURE, method, Kind.TASK_ASKED, Hook.FIRST);
    }

    /** Tells that what is known of the task is written down. */
    static Hook written(String type) {
        return Hook.at(
                type,
                "toString()Ljava/lang/String;",
                Kind.TASK_ASKED,
                code -> code.aload(0).aload(0));
    }

    /** Tells that what is returned is a task, and by which method it was made. */
    static Consumer<CodeBuilder> made(String by) {
        return Hook.tell(Kind.TASK, code -> code.dup().loadConstant(by));
    }

    private static Consumer<CodeBuilder> ofScope() {
        return Hook.tell(Kind.TASK_OF, code -> code.dup().aload(0));
    }
}
