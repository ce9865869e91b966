package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Options;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The compiler's side of one session: what it is told it does in order, on one thread at a time.
 *
 * <p>Threading: the thread that reads messages tells it what to do; any may ask for its {@link
 * #surroundings}.
 */
final class FrontEnd {

    private final int session;
    private final Options options;
    private final Shared shared;
    private final Outbox out;
    private final SerialQueue queue;
    private final ReentrantLock atWork = new ReentrantLock();
    private volatile Shell shell;
    private volatile boolean dropped;
    private LaneSnippets evaluator;
    private String broken;
    private boolean muted;
    private Surroundings known;
    private boolean fresh = true;

    /** Whether it holds contexts of javac's, which are most of its memory. */
    private volatile boolean hot;

    private volatile long lastUsed = System.nanoTime();

    /** What front ends with the same options share. */
    record Shared(
            Outbox out, PlatformTypes platform, Lanes lanes, Steps steps, Runnable outOfMemory) {}

    FrontEnd(int session, Options options, Shared shared, SerialQueue queue) {
        this.session = session;
        this.options = options;
        this.shared = shared;
        this.out = shared.out();
        this.queue = queue;
    }

    int session() {
        return session;
    }

    Options options() {
        return options;
    }

    boolean hot() {
        return hot;
    }

    /** When it was last told to do something, by {@link System#nanoTime()}. */
    long lastUsed() {
        return lastUsed;
    }

    /** What a cell may refer to now, or empty while the front end is at work. */
    Optional<Surroundings> surroundings() {
        if (!atWork.tryLock()) {
            return Optional.empty();
        }
        try {
            if (known == null && evaluator != null && broken == null) {
                known = evaluator.surroundings(fresh);
            }
            return Optional.ofNullable(known);
        } finally {
            atWork.unlock();
        }
    }

    void open() {
        enqueue(
                () -> {
                    guarded(this::openShell);
                    return new FromCompiler.Opened(session);
                });
    }

    private void openShell() {
        shell = new Shell(session, options, out, shared.platform());
        evaluator = LaneSnippets.of(session, shell, shared.lanes(), shared.platform());
        if (dropped) {
            shell.close();
        }
    }

    void evaluate(ToCompiler.Evaluate cell) {
        enqueue(() -> evaluated(cell));
    }

    private Evaluated evaluated(ToCompiler.Evaluate cell) {
        fresh = false;
        Evaluated[] end = new Evaluated[1];
        guarded(
                () ->
                        end[0] =
                                new CellRun(
                                                session,
                                                cell.run(),
                                                cell.source(),
                                                shell,
                                                evaluator,
                                                out,
                                                shared.steps())
                                        .evaluate());
        return broken == null ? end[0] : new Evaluated(session, cell.run(), Outcome.FAILED, broken);
    }

    void rebuild(ToCompiler.Rebuild history) {
        enqueue(
                () -> {
                    guarded(() -> replay(history));
                    return new FromCompiler.Rebuilt(session, broken);
                });
    }

    private void replay(ToCompiler.Rebuild history) {
        fresh = false;
        if (history.load()) {
            for (ToCompiler.Declared snippet : history.snippets()) {
                shared.steps().beginAgain(session);
                shell.load(snippet.source());
            }
            return;
        }
        for (ToCompiler.Declared snippet : history.snippets()) {
            shared.steps().beginAgain(session);
            attach(snippet);
        }
        shell.continueAfterAttaching();
    }

    private void attach(ToCompiler.Declared snippet) {
        if (KeptId.is(snippet.id())) {
            evaluator.restore(KeptId.parse(snippet.id()), snippet);
        } else {
            shell.attach(SnippetId.parse(snippet.id()), snippet.source());
        }
    }

    /** What is told at the end is told when the front end has time again. */
    private void enqueue(Supplier<FromCompiler> task) {
        queue.add(() -> Optional.ofNullable(done(task)).ifPresent(out::send));
    }

    private FromCompiler done(Supplier<FromCompiler> task) {
        atWork.lock();
        try {
            known = null;
            hot = true;
            FromCompiler result = task.get();
            return muted ? null : result;
        } finally {
            shared.steps().end();
            lastUsed = System.nanoTime();
            atWork.unlock();
        }
    }

    /** Does what may fail in any way: JShell and javac meet any source here. */
    private void guarded(Runnable work) {
        if (broken != null || muted) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (MemoryWatch.isBehind(e)) {
                // Whose fault it is, is told there; this JVM ends, and nothing more is said here.
                muted = true;
                shared.outOfMemory().run();
            } else {
                broken = "The compiler could not cope with this: " + e;
            }
        }
    }

    void answer(Reply reply) {
        Shell current = shell;
        if (current != null) {
            current.answer(reply);
        }
    }

    void evict() {
        enqueue(
                () -> {
                    guarded(this::giveBack);
                    return null;
                });
    }

    /** Gives back javac's contexts, unless it is at work; whether it did. */
    boolean tryEvict() {
        if (!atWork.tryLock()) {
            return false;
        }
        try {
            boolean can = hot && shell != null && !dropped;
            if (can) {
                guarded(this::giveBack);
            }
            return can;
        } finally {
            atWork.unlock();
        }
    }

    private void giveBack() {
        shell.evict();
        hot = false;
    }

    /** Ends what it does as if the session JVM were gone, and forgets everything. */
    void drop() {
        dropped = true;
        answer(new Reply.Gone());
        enqueue(
                () -> {
                    if (shell != null) {
                        shell.close();
                    }
                    return null;
                });
    }
}
