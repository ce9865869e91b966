package dev.interleave.sandbox.cell;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler.Options;
import java.util.concurrent.CompletableFuture;

/**
 * Answers the questions of an editor whose session has no front end, because nothing has run yet or
 * the session was parked. It has no JVM to run anything in.
 *
 * <p>Threading: used under its session's lock; what comes from the compiler takes that lock first.
 */
final class SpareFrontEnd implements FrontEnd.Owner {

    private final Compilers compilers;
    private final Options options;
    private final SessionHands.Lock lock;
    private final Assistant assistant;
    private CompletableFuture<FrontEnd> frontEnd;
    private boolean closed;

    SpareFrontEnd(
            Compilers compilers, Options options, SessionHands.Lock lock, Assistant assistant) {
        this.compilers = compilers;
        this.options = options;
        this.lock = lock;
        this.assistant = assistant;
    }

    /** Opens it, if it is not open yet; completes with null when there is no compiler. */
    CompletableFuture<FrontEnd> get() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        boolean usable = frontEnd != null && (!frontEnd.isDone() || frontEnd.getNow(null) != null);
        if (!usable) {
            frontEnd = compilers.open(options).thenApply(this::owned).exceptionally(_ -> null);
        }
        return frontEnd.copy();
    }

    private FrontEnd owned(FrontEnd opened) {
        opened.giveTo(this);
        return opened;
    }

    /** The session is over. */
    void close() {
        closed = true;
        drop();
    }

    /** The session gets a front end of its own, or has not been used for a while. */
    void drop() {
        if (frontEnd != null) {
            frontEnd.thenAccept(
                    opened -> {
                        if (opened != null) {
                            opened.drop();
                        }
                    });
            frontEnd = null;
        }
    }

    @Override
    public void heard(FrontEnd from, FromCompiler message) {
        lock.accept(() -> assistant.heard(message));
    }

    @Override
    public void lost(FrontEnd from, CompilerLoss loss) {
        lock.accept(
                () -> {
                    frontEnd = null;
                    assistant.giveUp();
                });
    }
}
