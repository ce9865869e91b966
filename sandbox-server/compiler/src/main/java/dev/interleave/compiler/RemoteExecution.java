package dev.interleave.compiler;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jdk.jshell.spi.ExecutionControl;

/**
 * Has JShell's classes loaded and called in the session JVM, by way of the supervisor. Classes are
 * not sent at once but with the call that follows, in one go.
 *
 * <p>Threading: one thread at a time uses it as JShell's execution control; {@link #answer} may
 * come from any thread.
 */
final class RemoteExecution implements ExecutionControl {

    private static final StackTraceElement[] NO_STACK = {};

    private final int session;
    private final Outbox out;
    private final LiveClasses classes;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final List<ClassBytecodes> loaded = new ArrayList<>();
    private Mode mode = Mode.ALL;
    private Reply last;

    RemoteExecution(int session, Outbox out, LiveClasses classes) {
        this.session = session;
        this.out = out;
        this.classes = classes;
    }

    /** What reaches the session JVM. */
    enum Mode {
        NOTHING,
        /** Classes, but no calls. */
        LOAD,
        ALL
    }

    /** Sets what reaches the session JVM from now on, and returns what did before. */
    Mode use(Mode newMode) {
        Mode before = mode;
        mode = newMode;
        return before;
    }

    /** Hands over how the call ended that was asked for last. */
    void answer(Reply reply) {
        replies.add(reply);
    }

    /** Forgets answers that came too late for their run. */
    void begin() {
        replies.removeIf(reply -> !(reply instanceof Reply.Gone));
        last = null;
    }

    /** How the last call since {@link #begin} ended, or null. */
    Reply lastReply() {
        return last;
    }

    /** Puts classes on the way that no call followed. */
    void sendLoaded() {
        if (!loaded.isEmpty()) {
            List<ClassFile> files = classes.translate(loaded);
            loaded.clear();
            if (mode != Mode.NOTHING) {
                out.add(new FromCompiler.Load(session, files));
            }
        }
    }

    /** Loads classes that JShell has not made and calls the method of a snippet in one of them. */
    Reply run(List<ClassFile> files, String liveClass) {
        begin();
        if (mode != Mode.ALL) {
            return new Reply.Returned("");
        }
        out.add(new FromCompiler.Load(session, files));
        out.send(new FromCompiler.Invoke(session, liveClass, "do_it$"));
        last = awaitReply();
        return last;
    }

    @Override
    public void load(ClassBytecodes[] bytecodes) {
        loaded.addAll(List.of(bytecodes));
    }

    @Override
    public String invoke(String className, String method)
            throws RunException, EngineTerminationException, InternalException {
        sendLoaded();
        return call(new FromCompiler.Invoke(session, classes.liveName(className), method));
    }

    @Override
    public String varValue(String className, String field)
            throws RunException, EngineTerminationException, InternalException {
        sendLoaded();
        return call(new FromCompiler.ReadVariable(session, classes.liveName(className), field));
    }

    private String call(FromCompiler message)
            throws RunException, EngineTerminationException, InternalException {
        if (mode != Mode.ALL) {
            return "";
        }
        out.send(message);
        last = awaitReply();
        return switch (last) {
            case Reply.Returned r -> r.text();
            // JShell needs to know only that it threw; what is shown is made of the reply.
            case Reply.Threw t ->
                    throw new UserException("", t.causes().getFirst().className(), NO_STACK);
            case Reply.Unresolved _ -> throw new UserException("", "unresolved", NO_STACK);
            case Reply.Stopped _ -> throw new StoppedException();
            case Reply.Broken b -> throw new InternalException(b.message());
            case Reply.Gone _ -> throw new EngineTerminationException("the session has ended");
        };
    }

    /**
     * Nobody interrupts these threads; if somebody does, the session is over for this front end.
     */
    private Reply awaitReply() {
        try {
            return Turns.pause(replies::take);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Gone();
        }
    }

    /** Not possible here; JShell then makes a new class in place of the old one. */
    @Override
    public void redefine(ClassBytecodes[] bytecodes) throws NotImplementedException {
        throw new NotImplementedException("classes are replaced, not redefined");
    }

    /** The session JVM has its class path from the start; JShell only drops its contexts. */
    @Override
    public void addToClasspath(String path) {}

    /** Stopping is between the supervisor and the session JVM. */
    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {}
}
