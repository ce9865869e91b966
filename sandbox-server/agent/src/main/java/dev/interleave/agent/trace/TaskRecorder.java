package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import jdk.internal.misc.Unsafe;

/**
 * Hears what becomes of tasks and stages and writes it down. What came of one is read from its
 * fields when it is done, so that a hook never tells what another thread has prevented.
 *
 * <p>Threading: each hook is called in the thread that it is about.
 */
final class TaskRecorder {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final String PACKAGE = "java.util.concurrent.";
    private static final Class<?> SCOPE = type("StructuredTaskScopeImpl");
    private static final Class<?> SUBTASK = type("StructuredTaskScopeImpl$SubtaskImpl");
    private static final Class<?> SUBTASK_RESULT =
            type("StructuredTaskScopeImpl$SubtaskImpl$AltResult");
    private static final Class<?> COMPLETION = type("CompletableFuture$UniCompletion");
    private static final Class<?> STAGE_RESULT = type("CompletableFuture$AltResult");
    private static final Class<?> SUPPLY = type("CompletableFuture$AsyncSupply");
    private static final Class<?> RUN = type("CompletableFuture$AsyncRun");

    private static final long TASK_STATE = offset(FutureTask.class, "state");
    private static final long TASK_OUTCOME = offset(FutureTask.class, "outcome");
    private static final long STAGE_OUTCOME = offset(CompletableFuture.class, "result");
    private static final long STAGE_FAILURE = offset(STAGE_RESULT, "ex");
    private static final long SUBTASK_OUTCOME = offset(SUBTASK, "result");
    private static final long SUBTASK_FAILURE = offset(SUBTASK_RESULT, "exception");
    private static final long TIME_IS_UP = offset(SCOPE, "timeoutExpired");
    private static final long CANCELLED = offset(SCOPE, "cancelled");
    private static final long COMPLETION_OF = offset(COMPLETION, "dep");
    private static final long SUPPLY_OF = offset(SUPPLY, "dep");
    private static final long RUN_OF = offset(RUN, "dep");

    /** States of a {@code FutureTask}. */
    private static final int NORMAL = 2;

    private static final int EXCEPTIONAL = 3;

    private final Ring ring;
    private final CellLine line;

    TaskRecorder(Ring ring, CellLine line) {
        this.ring = ring;
        this.line = line;
    }

    /** Sets the sinks of the kinds that are about tasks. */
    void connect(BiConsumer<Object, Object>[] sinks) {
        sinks[Kind.TASK.ordinal()] = this::made;
        sinks[Kind.TASK_MADE_BY.ordinal()] = this::madeBy;
        sinks[Kind.TASK_OF.ordinal()] = this::submitted;
        sinks[Kind.TASK_INPUT.ordinal()] = this::input;
        sinks[Kind.TASK_RUN.ordinal()] = (task, _) -> run(task);
        sinks[Kind.TASK_DONE.ordinal()] = (task, thrown) -> done(task, (Throwable) thrown);
        sinks[Kind.TASK_ASKED.ordinal()] = this::asked;
        sinks[Kind.GROUP_CANCELLED.ordinal()] = (group, _) -> cancelled(group);
    }

    private void put(Kind kind, Object about, long other, int atLine) {
        Thread thread = Thread.currentThread();
        if (!(thread instanceof Untraced)) {
            ring.put(kind.ordinal(), thread, other, about, atLine);
        }
    }

    private void made(Object task, Object by) {
        // Stages are made of stages inside of the JDK; other tasks by way of its own methods.
        boolean stage = task instanceof CompletableFuture;
        int atLine = stage ? line.ofDirectCall() : line.ofCurrentThread();
        if (atLine < 0) {
            return;
        }
        put(Kind.TASK, task, 0, atLine);
        put(Kind.TASK_MADE_BY, by, System.identityHashCode(task), 0);
        if (task instanceof CompletableFuture<?> future && future.isDone()) {
            done(future, null);
        }
    }

    /** A method of which others make use says so where it was called by the cell. */
    private void madeBy(Object task, Object method) {
        if (line.ofDirectCall() > 0) {
            put(Kind.TASK_MADE_BY, method, System.identityHashCode(task), 0);
        }
    }

    private void submitted(Object task, Object group) {
        if (task instanceof CompletableFuture.AsynchronousCompletionTask) {
            return;
        }
        if (!SUBTASK.isInstance(task)) {
            made(task, task instanceof FutureTask ? "submit" : "execute");
        }
        put(Kind.TASK_OF, group, System.identityHashCode(task), 0);
    }

    private void input(Object stage, Object from) {
        if (from instanceof Object[] all) {
            for (Object each : all) {
                put(Kind.TASK_INPUT, each, System.identityHashCode(stage), 0);
            }
        } else {
            put(Kind.TASK_INPUT, from, System.identityHashCode(stage), 0);
        }
    }

    private void run(Object task) {
        Object stage = stageOf(task);
        if (stage != null) {
            put(Kind.TASK_RUN, stage, 0, 0);
        }
    }

    /** The stage that this completes; itself where it is a task. Null if it was done long ago. */
    private static Object stageOf(Object task) {
        if (COMPLETION.isInstance(task)) {
            return UNSAFE.getReference(task, COMPLETION_OF);
        }
        if (SUPPLY.isInstance(task)) {
            return UNSAFE.getReference(task, SUPPLY_OF);
        }
        return RUN.isInstance(task) ? UNSAFE.getReference(task, RUN_OF) : task;
    }

    private void done(Object task, Throwable thrown) {
        if (task instanceof CompletableFuture<?>) {
            Object result = UNSAFE.getReferenceVolatile(task, STAGE_OUTCOME);
            if (result != null) {
                boolean special = STAGE_RESULT.isInstance(result);
                ended(task, special ? UNSAFE.getReference(result, STAGE_FAILURE) : null);
            }
        } else if (task instanceof FutureTask<?>) {
            int state = UNSAFE.getIntVolatile(task, TASK_STATE);
            if (state > EXCEPTIONAL) {
                put(Kind.TASK_DONE, task, TraceEvent.DONE_CANCELLED, 0);
            } else if (state >= NORMAL) {
                Object failure = UNSAFE.getReference(task, TASK_OUTCOME);
                ended(task, state == EXCEPTIONAL ? failure : null);
            }
        } else if (SUBTASK.isInstance(task)) {
            Object result = UNSAFE.getReferenceVolatile(task, SUBTASK_OUTCOME);
            if (result == null) {
                put(Kind.TASK_DONE, task, TraceEvent.DONE_CANCELLED, 0);
            } else {
                boolean special = SUBTASK_RESULT.isInstance(result);
                ended(task, special ? UNSAFE.getReference(result, SUBTASK_FAILURE) : null);
            }
        } else {
            ended(task, thrown);
        }
    }

    private void ended(Object task, Object failure) {
        Object cause = failure;
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            cause = wrapped.getCause();
        }
        if (cause == null) {
            put(Kind.TASK_DONE, task, TraceEvent.DONE_WELL, 0);
        } else if (cause instanceof CancellationException) {
            put(Kind.TASK_DONE, task, TraceEvent.DONE_CANCELLED, 0);
        } else {
            put(Kind.TASK_DONE, task, TraceEvent.DONE_FAILED, 0);
            String type = cause.getClass().getName();
            put(Kind.TASK_FAILURE, type, System.identityHashCode(task), 0);
        }
    }

    /** Who only writes it down, as for the value of a variable, learns nothing before its end. */
    private void asked(Object task, Object written) {
        if (written == null || task instanceof Future<?> future && future.isDone()) {
            put(Kind.TASK_ASKED, task, 0, 0);
        }
    }

    private void cancelled(Object group) {
        boolean scope = SCOPE.isInstance(group);
        if (!scope || !UNSAFE.getBooleanVolatile(group, CANCELLED)) {
            boolean timeUp = scope && UNSAFE.getBooleanVolatile(group, TIME_IS_UP);
            put(Kind.GROUP_CANCELLED, group, timeUp ? 1 : 0, 0);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long offset(Class<?> type, String field) {
        return UNSAFE.objectFieldOffset(type, field);
    }
}
