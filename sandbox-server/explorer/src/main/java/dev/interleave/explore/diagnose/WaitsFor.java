package dev.interleave.explore.diagnose;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import dev.interleave.explore.monitor.Waiter;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.runtime.ThreadHooks;
import dev.interleave.explore.schedule.ControlledThread;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;

/** What a thread that cannot go on waits for, and who could let it. */
final class WaitsFor {

    private static final Field OWNER = ownerField();
    private static final String HOOKS = ThreadHooks.class.getName();

    private final Execution execution;

    WaitsFor(Execution execution) {
        this.execution = execution;
    }

    /** The thread that holds what another needs; empty if nobody in particular does. */
    Optional<ControlledThread> holder(ControlledThread thread) {
        if (thread.blockedOn() instanceof Waiter waiter) {
            return waiter.inside()
                    ? Optional.empty()
                    : Optional.ofNullable(waiter.monitor().owner());
        }
        var call = execution.libraryCall(thread);
        if (call != null && call.receiver() instanceof Thread joined) {
            return Optional.ofNullable(execution.scheduler().of(joined))
                    .filter(other -> other != thread);
        }
        var blocker = LockSupport.getBlocker(thread.thread());
        if (blocker == null) return Optional.empty();
        var owner = blocker instanceof AbstractOwnableSynchronizer lock ? owner(lock) : null;
        return owner == null
                ? execution.holder(blocker)
                : Optional.ofNullable(execution.scheduler().of(owner));
    }

    /** Whether it waits for the end of another thread. */
    boolean joins(ControlledThread thread) {
        var call = execution.libraryCall(thread);
        return call != null && call.receiver() instanceof Thread other && other != thread.thread();
    }

    /** Whether it waits to be signalled, in a monitor or on a condition. */
    boolean forSignal(ControlledThread thread) {
        if (thread.blockedOn() instanceof Waiter waiter) return waiter.inside();
        return condition(thread) != null || parks(thread);
    }

    /** Whether it parked by LockSupport itself. */
    boolean parks(ControlledThread thread) {
        var call = execution.libraryCall(thread);
        return call != null && call.receiver() == thread.thread();
    }

    /** The object that a signal must come on, or null if it waits for none. */
    Object signalledOn(ControlledThread thread) {
        if (thread.blockedOn() instanceof Waiter waiter && waiter.inside())
            return waiter.monitor().object();
        return parks(thread) ? thread.thread() : condition(thread);
    }

    private Object condition(ControlledThread thread) {
        var call = execution.libraryCall(thread);
        return call != null
                        && call.receiver() instanceof java.util.concurrent.locks.Condition condition
                ? condition
                : null;
    }

    /** The object that it needs, in words. */
    String what(ControlledThread thread) {
        if (thread.blockedOn() instanceof Waiter waiter) {
            var name = execution.nameOf(waiter.monitor().object());
            return waiter.inside() ? "a notify on " + name : "the monitor of " + name;
        }
        var call = execution.libraryCall(thread);
        if (call == null) return sleeps(thread) ? "its sleep to end" : "something inside the JDK";
        if (call.receiver() instanceof Thread other) {
            if (other == thread.thread()) return "an unpark";
            var joined = execution.scheduler().of(other);
            return "the end of " + (joined == null ? other.getName() : joined.name());
        }
        var name = execution.nameOf(call.receiver());
        return call.receiver() instanceof Semaphore ? "a permit of " + name : name;
    }

    private static boolean sleeps(ControlledThread thread) {
        return Arrays.stream(thread.thread().getStackTrace())
                .anyMatch(
                        frame ->
                                frame.getMethodName().equals("sleep")
                                        && frame.getClassName().equals(HOOKS));
    }

    private static Thread owner(AbstractOwnableSynchronizer lock) {
        try {
            return (Thread) OWNER.get(lock);
        } catch (IllegalAccessException e) {
            throw new UnsupportedJdkException("the owner of a lock", e);
        }
    }

    private static Field ownerField() {
        try {
            var field = AbstractOwnableSynchronizer.class.getDeclaredField("exclusiveOwnerThread");
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the owner of a lock", e);
        }
    }
}
