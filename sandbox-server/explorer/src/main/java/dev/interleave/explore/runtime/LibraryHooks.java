package dev.interleave.explore.runtime;

import dev.interleave.explore.order.SyncClock;
import dev.interleave.explore.schedule.ControlledThread;
import java.util.ArrayList;

/**
 * What woven code calls around calls into the JDK. The JDK runs unchanged between them: where it
 * parks, the scheduler sees it.
 */
public final class LibraryHooks {

    /** The call only looks, so nothing after it depends on it. */
    public static final int LOOKS = 1;

    /** The call changes something that others can see. */
    public static final int CHANGES = 2;

    /** The call runs callbacks under a lock inside the JDK, so they must not be preempted. */
    public static final int LOCKED_CALLBACKS = 4;

    /** The call signals waiting threads. */
    public static final int SIGNALS = 8;

    /**
     * The caller is not the submission, so what it does to unsynchronized objects is not judged.
     */
    public static final int UNJUDGED = 16;

    /** The call may look at every element. */
    public static final int ELEMENTS = 32;

    /** Of longer lists no further elements are compared with what others set. */
    private static final int MOST_ELEMENTS = 64;

    private static final String CONTENTS = "contents";

    /**
     * The one clock of all volatile fields in programs that update some of them through field
     * updaters.
     */
    public static final String VOLATILES = "*";

    private LibraryHooks() {}

    public static void before(Object receiver, String site, int flags) {
        var execution = Execution.here();
        if (execution == null || receiver == null) return;
        var looks = (flags & LOOKS) != 0;
        switch (JdkKind.of(receiver)) {
            case OTHER -> {}
            case UNSYNCHRONIZED -> {
                if ((flags & UNJUDGED) != 0) return;
                var variables = execution.shadow(receiver).variables();
                MemoryHooks.plain(execution, variables, CONTENTS, !looks, site);
                if ((flags & ELEMENTS) != 0 && receiver instanceof ArrayList<?> list) {
                    int size = Math.min(list.size(), MOST_ELEMENTS);
                    for (int i = 0; i < size; i++)
                        MemoryHooks.judge(execution, variables, i, false, site);
                }
            }
            case MONITORED -> monitored(execution, receiver, site);
            case UPDATER ->
                    MemoryHooks.ordered(
                            execution, execution.statics(), VOLATILES, true, !looks, site);
            case CONCURRENT ->
                    call(execution, receiver, execution.shadow(receiver).clock(), site, flags);
            case TASKS -> call(execution, receiver, execution.tasks(), site, flags);
        }
    }

    /**
     * Before one element of a list is read or set. Setting is no structural change: threads may set
     * different elements of an {@code ArrayList} at once.
     */
    public static void beforeElement(Object receiver, int index, String site, int flags) {
        var execution = Execution.here();
        if (execution == null || !(receiver instanceof ArrayList<?>)) {
            before(receiver, site, flags);
            return;
        }
        if ((flags & UNJUDGED) != 0) return;
        var variables = execution.shadow(receiver).variables();
        MemoryHooks.plain(execution, variables, index, (flags & LOOKS) == 0, site);
        MemoryHooks.judge(execution, variables, CONTENTS, false, site);
    }

    private static void monitored(Execution execution, Object receiver, String site) {
        execution.scheduler().point(site);
        var shadow = execution.shadow(Mutexes.of(receiver));
        execution.monitors().awaitFree(shadow.monitor());
        var call = new CallState.Call(receiver, shadow.clock(), site, false, true);
        begin(execution, execution.scheduler().running(), call);
    }

    private static void call(
            Execution execution, Object receiver, SyncClock clock, String site, int flags) {
        execution.scheduler().point(site);
        execution.holds().called(receiver);
        var thread = execution.scheduler().running();
        if ((flags & CHANGES) != 0) execution.scheduler().changed();
        if ((flags & SIGNALS) != 0)
            MonitorHooks.remember(
                    execution, execution.shadow(receiver), site, waiterIn(execution, receiver));
        var locked = (flags & LOCKED_CALLBACKS) != 0;
        begin(
                execution,
                thread,
                new CallState.Call(receiver, clock, site, (flags & LOOKS) != 0, locked));
    }

    private static void begin(Execution execution, ControlledThread thread, CallState.Call call) {
        execution.order().acquire(thread.id(), call.clock());
        if (!call.looks()) execution.order().release(thread.id(), call.clock());
        if (call.atomic()) thread.forbidPreemption();
        execution.calls(thread).calls.push(call);
    }

    /** After the call has returned. */
    public static void after(Object receiver) {
        var execution = Execution.here();
        if (execution == null || receiver == null) return;
        var call = end(execution, receiver);
        if (call == null) return;
        execution.holds().returned(execution.scheduler().running(), receiver, call.site());
        execution.atomicNow(call.site(), receiver);
    }

    /** After the call has thrown. */
    public static void threw(Object receiver) {
        var execution = Execution.here();
        if (execution == null || receiver == null) return;
        end(execution, receiver);
        execution.orderAfterInterrupt();
    }

    /** The call that ended; null if it was none that matters. */
    static CallState.Call end(Execution execution, Object receiver) {
        var thread = execution.scheduler().running();
        var calls = execution.calls(thread).calls;
        if (calls.isEmpty() || calls.peek().receiver() != receiver) return null;
        var call = calls.pop();
        if (call.atomic()) thread.allowPreemption();
        execution.order().acquire(thread.id(), call.clock());
        if (!call.looks()) execution.order().release(thread.id(), call.clock());
        return call;
    }

    /** What a call returned may be a view of what it was called on. */
    public static void result(Object result, Object receiver) {
        var execution = Execution.here();
        if (execution == null || receiver == null || !JdkKind.isView(result, receiver)) return;
        var shadow = execution.shadow(result);
        if (shadow.isFresh()) shadow.isViewOf(execution.shadow(receiver));
    }

    /** Between an optimistic read of a stamped lock (1) and its validation (0). */
    public static void optimistic(int on) {
        var execution = Execution.here();
        if (execution != null)
            execution.calls(execution.scheduler().running()).optimistic = on != 0;
    }

    private static ControlledThread waiterIn(Execution execution, Object condition) {
        for (var thread : execution.scheduler().threads()) {
            var call = execution.calls(thread).call();
            if (!thread.ended()
                    && call != null
                    && call.receiver() == condition
                    && thread != execution.scheduler().running()) {
                return thread;
            }
        }
        return null;
    }
}
