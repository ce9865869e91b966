package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.Edited;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Sampling;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.Documentation;
import dev.interleave.sandbox.result.SampleEvent;
import dev.interleave.sandbox.result.Suggestions;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.ToSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A session of this sandbox: takes its {@link SessionMachine} what happens, under one lock, and
 * does what the machine decides.
 *
 * <p>Threading: any thread may call anything. Nothing that is done under the lock waits for
 * anything; listeners hear from their outbox's thread, without the lock.
 */
final class LocalSession implements Session {

    /** The session JVM gives leftover threads less than a second, on a busy machine more. */
    private static final long END_THREADS_MILLIS = 15_000;

    private final Services services;
    private final Profile profile;
    private final Consumer<LocalSession> onClose;
    private final Outbox outbox = new Outbox();
    private final Object lock = new Object();
    private final SessionHands hands;
    private final SessionMachine machine;
    private final Assistant assistant;
    private final SpareFrontEnd spare;
    private long lastRun;
    private long lastUsed = System.nanoTime();
    private boolean evicted;
    private CompletableFuture<Integer> endingThreads = CompletableFuture.completedFuture(0);

    LocalSession(Services services, Profile profile, Consumer<LocalSession> onClose) {
        this.services = services;
        this.profile = profile;
        this.onClose = onClose;
        this.hands = new SessionHands(services, profile, outbox, this::locked, new FromJails());
        this.machine = new SessionMachine(hands, services.limits(), System::nanoTime);
        this.hands.serve(machine);
        this.assistant = new Assistant(services.limits().assist());
        this.spare =
                new SpareFrontEnd(
                        services.compilers(),
                        WorkerMaker.options(profile),
                        this::locked,
                        assistant);
    }

    /** One thing after the other. */
    private void locked(Runnable action) {
        synchronized (lock) {
            action.run();
        }
    }

    @Override
    public void run(Cell cell, CellListener listener) {
        synchronized (lock) {
            used();
            spare.drop();
            machine.run(new Run(++lastRun, cell, listener));
        }
    }

    @Override
    public void stop() {
        locked(machine::stop);
    }

    @Override
    public void restart() {
        locked(() -> machine.restart(Explanations.RESTARTED));
    }

    @Override
    public CompletableFuture<Integer> endThreads() {
        synchronized (lock) {
            if (!machine.jvmLives()) {
                return CompletableFuture.completedFuture(0);
            }
            if (endingThreads.isDone()) {
                endingThreads =
                        new CompletableFuture<Integer>()
                                .completeOnTimeout(-1, END_THREADS_MILLIS, TimeUnit.MILLISECONDS);
                hands.toSession(new ToSession.EndThreads(machine.lastFinished(lastRun)));
            }
            return endingThreads.copy();
        }
    }

    @Override
    public void input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        locked(() -> machine.input(new ToSession.Input(bytes, false)));
    }

    @Override
    public void endInput() {
        locked(() -> machine.input(new ToSession.Input(new byte[0], true)));
    }

    @Override
    public boolean busy() {
        synchronized (lock) {
            return machine.busy();
        }
    }

    @Override
    public Sampling sample(Sample sample, Consumer<SampleEvent> listener) {
        List<String> declared;
        synchronized (lock) {
            lastUsed = System.nanoTime();
            declared = machine.history.sources();
        }
        return services.samplers().start(profile, declared, sample, listener);
    }

    @Override
    public CompletableFuture<Suggestions> complete(Edited source, int offset) {
        return assist(source, frontEnd -> assistant.complete(frontEnd, source, offset));
    }

    @Override
    public CompletableFuture<Documentation> document(Edited source, int offset) {
        return assist(source, frontEnd -> assistant.document(frontEnd, source, offset));
    }

    @Override
    public CompletableFuture<List<CellEvent.Diagnostic>> check(Edited source) {
        return assist(source, frontEnd -> assistant.check(frontEnd, source));
    }

    /** Asks a front end, or null where there is none with time for this source. */
    private <T> CompletableFuture<T> assist(
            Edited source, Function<FrontEnd, CompletableFuture<T>> question) {
        CompletableFuture<FrontEnd> frontEnd;
        synchronized (lock) {
            used();
            if (machine.busy() || source.chars() > services.limits().sourceChars()) {
                return question.apply(null);
            }
            if (hands.frontEnd() != null) {
                return question.apply(machine.canAssist() ? hands.frontEnd() : null);
            }
            frontEnd = spare.get();
        }
        return frontEnd.thenComposeAsync(
                found -> {
                    synchronized (lock) {
                        return question.apply(found);
                    }
                },
                services.executor());
    }

    @Override
    public void close() {
        close(Explanations.CLOSED);
    }

    void close(String why) {
        synchronized (lock) {
            spare.close();
            machine.close(why);
        }
        onClose.accept(this);
    }

    /** Whether everything that was to be told has been told, after waiting for it for a while. */
    boolean awaitTold(Duration atMost) throws InterruptedException {
        return outbox.awaitEmpty(atMost);
    }

    boolean live() {
        synchronized (lock) {
            return machine.jvmLives();
        }
    }

    /** How long nothing has been wanted of it, in nanoseconds; 0 while it is busy. */
    long idleNanos() {
        synchronized (lock) {
            return machine.busy() ? 0 : System.nanoTime() - lastUsed;
        }
    }

    /** Gives back the compiler's memory, once until the session is used again. */
    void evict() {
        synchronized (lock) {
            if (!evicted && machine.canAssist()) {
                evicted = true;
                hands.frontEnd().evict();
            }
        }
    }

    /** Gives up the JVM if nothing runs. */
    void park() {
        synchronized (lock) {
            spare.drop();
            machine.park();
        }
    }

    private void used() {
        lastUsed = System.nanoTime();
        evicted = false;
    }

    /** What comes from this session's jails, and from no others that it had before. */
    private final class FromJails implements SessionJvm.Owner, FrontEnd.Owner {

        @Override
        public void heard(SessionJvm jvm, FromSession message) {
            synchronized (lock) {
                if (jvm != hands.jvm()) {
                    return;
                }
                if (message instanceof FromSession.ThreadsEnded(_, int remaining)) {
                    endingThreads.complete(remaining);
                }
                machine.fromSession(message);
                lastUsed = System.nanoTime();
            }
        }

        @Override
        public void heardRaw(SessionJvm jvm, String text) {
            synchronized (lock) {
                if (jvm == hands.jvm()) {
                    machine.raw(text);
                }
            }
        }

        @Override
        public void forged(SessionJvm jvm, String what) {
            synchronized (lock) {
                if (jvm == hands.jvm()) {
                    machine.forged(what);
                }
            }
        }

        @Override
        public void ended(SessionJvm jvm, JvmFate fate) {
            synchronized (lock) {
                if (jvm == hands.jvm()) {
                    hands.jvmIsGone();
                    endingThreads.complete(0);
                    machine.jvmEnded(fate);
                }
            }
        }

        @Override
        public void heard(FrontEnd frontEnd, FromCompiler message) {
            synchronized (lock) {
                if (frontEnd == hands.frontEnd() && !assistant.heard(message)) {
                    machine.fromCompiler(message);
                }
            }
        }

        @Override
        public void lost(FrontEnd frontEnd, CompilerLoss loss) {
            synchronized (lock) {
                if (frontEnd == hands.frontEnd()) {
                    hands.frontEndIsGone();
                    assistant.giveUp();
                    machine.frontEndLost(loss);
                }
            }
        }
    }
}
