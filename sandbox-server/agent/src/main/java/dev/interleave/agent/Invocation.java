package dev.interleave.agent;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.Reply;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * One call into the learner's code, values and exceptions rendered included.
 *
 * <p>Threading: the cell's thread performs it, the reaper may end it. Between {@link #begin} and
 * {@link #finish} the reaper may interrupt the thread, or condemn the invocation and then strike
 * its thread; a condemned one is never finished, and its thread must end.
 */
final class Invocation {

    enum Kind {
        INVOKE,
        READ,
        PUBLISH
    }

    private enum State {
        WAITING,
        RUNNING,
        CONDEMNED,
        FINISHED
    }

    /** Stands ready for a heap that has no room for a description. */
    private static final Reply NO_MEMORY =
            new Reply.Threw(
                    List.of(
                            new Cause(
                                    OutOfMemoryError.class.getName(),
                                    "Java heap space",
                                    List.of())));

    private static final Reply STOPPED = new Reply.Stopped();
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    private final Kind kind;
    private final Run run;
    private final String className;
    private final String member;
    private final String key;
    private State state = State.WAITING;

    /** {@code key} is for what is published, otherwise null. */
    Invocation(Kind kind, Run run, String className, String member, String key) {
        this.kind = kind;
        this.run = run;
        this.className = className;
        this.member = member;
        this.key = key;
    }

    Run run() {
        return run;
    }

    /**
     * Performs it; null if it was condemned meanwhile, after which its thread must end. What
     * returns although it was stopped, because what it waited for was stopped too, is stopped.
     */
    Reply perform(LearnerClasses classes) {
        if (!begin()) {
            return STOPPED;
        }
        Reply reply = call(classes);
        if (run.isStopped() && reply instanceof Reply.Returned) {
            reply = STOPPED;
        }
        return finish() ? reply : null;
    }

    private synchronized boolean begin() {
        if (run.isStopped()) {
            return false;
        }
        state = State.RUNNING;
        return true;
    }

    private synchronized boolean finish() {
        if (state == State.CONDEMNED) {
            return false;
        }
        state = State.FINISHED;
        return true;
    }

    /** Interrupts the thread if it is still in here. */
    synchronized void interrupt(Thread thread) {
        if (state == State.RUNNING) {
            thread.interrupt();
        }
    }

    /** Whether its thread may be struck from now on: it is still in here and will not come back. */
    synchronized boolean condemn() {
        if (state == State.RUNNING) {
            state = State.CONDEMNED;
        }
        return state == State.CONDEMNED;
    }

    synchronized boolean isCondemned() {
        return state == State.CONDEMNED;
    }

    /** Its thread has ended. */
    synchronized void bury() {
        state = State.FINISHED;
    }

    /** Whether it has been begun and has not come to its end. */
    synchronized boolean isUnderWay() {
        return state == State.RUNNING || state == State.CONDEMNED;
    }

    private Reply call(LearnerClasses classes) {
        try {
            Class<?> type;
            try {
                type = classes.loadClass(className);
            } catch (ClassNotFoundException e) {
                return new Reply.Broken("There is no class " + className + ".");
            }
            return switch (kind) {
                case INVOKE -> invoke(type);
                case READ -> new Reply.Returned(Values.show(field(type).get(null)));
                case PUBLISH -> publish(field(type).get(null));
            };
        } catch (InvocationTargetException e) {
            return threw(e.getCause());
        } catch (NoSuchMethodException | NoSuchFieldException | IllegalAccessException e) {
            return new Reply.Broken("There is no " + className + "." + member + ".");
        } catch (Throwable e) {
            return threw(e);
        }
    }

    private Reply invoke(Class<?> type) throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(member);
        method.setAccessible(true);
        Object value = method.invoke(null);
        return new Reply.Returned(method.getReturnType() == void.class ? null : Values.show(value));
    }

    private Field field(Class<?> type) throws NoSuchFieldException {
        Field field = type.getDeclaredField(member);
        field.setAccessible(true);
        return field;
    }

    private Reply publish(Object value) {
        if (value == null) {
            System.getProperties().remove(key);
        } else {
            System.getProperties().put(key, value);
        }
        return new Reply.Returned(null);
    }

    private Reply threw(Throwable thrown) {
        try {
            Limit limit = LimitErrors.limit(thrown);
            if (limit != null) {
                run.overLimit(limit);
            } else if (run.isStopped()) {
                return STOPPED;
            }
            return describe(thrown);
        } catch (OutOfMemoryError e) {
            run.overLimit(Limit.MEMORY);
            return NO_MEMORY;
        }
    }

    /** What is told of a throwable. */
    static Reply describe(Throwable thrown) {
        try {
            return thrown.getClass().getName().equals(UNRESOLVED)
                    ? unresolved(thrown)
                    : new Reply.Threw(Causes.describe(thrown));
        } catch (ReflectiveOperationException e) {
            return new Reply.Broken("The unresolved declaration has no number.");
        }
    }

    private static Reply unresolved(Throwable thrown) throws ReflectiveOperationException {
        int snippet = (Integer) thrown.getClass().getMethod("id").invoke(thrown);
        return new Reply.Unresolved(snippet, Causes.stack(thrown));
    }
}
