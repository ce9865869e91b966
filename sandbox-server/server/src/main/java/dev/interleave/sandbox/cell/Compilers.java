package dev.interleave.sandbox.cell;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compiler JVMs: some that work, and, where it is wanted, one that stands by, warm, for the
 * moment in which one of them breaks down.
 *
 * <p>Threading: any thread may call anything; nothing waits.
 */
final class Compilers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Compilers.class);

    private static final int MOST_FAILURES = 5;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    /** Starts a compiler JVM; returns when its channel is connected. */
    interface Starter {
        CompilerJvm start() throws IOException;
    }

    private record Request(Options options, CompletableFuture<FrontEnd> frontEnd) {}

    private final Starter starter;
    private final int wanted;
    private final boolean reserve;
    private final Executor executor;
    private final List<CompilerJvm> working = new ArrayList<>();
    private final List<Request> unplaced = new ArrayList<>();
    private CompilerJvm standby;
    private boolean starting;
    private int failures;
    private boolean closed;

    /**
     * @param wanted how many work at once
     * @param reserve whether one more stands by
     */
    Compilers(Starter starter, int wanted, boolean reserve, Executor executor) {
        this.starter = starter;
        this.wanted = wanted;
        this.reserve = reserve;
        this.executor = executor;
    }

    /** Starts what is missing, one JVM after the other. */
    synchronized void fill() {
        boolean enough = working.size() == wanted && (standby != null || !reserve);
        if (!closed && !starting && !enough) {
            starting = true;
            executor.execute(this::startOne);
        }
    }

    /**
     * Opens a front end in the compiler that has the fewest. Completes on a thread that must not be
     * held up, or fails when no compiler can be started.
     */
    CompletableFuture<FrontEnd> open(Options options) {
        Request request = new Request(options, new CompletableFuture<>());
        place(request);
        return request.frontEnd();
    }

    synchronized List<CompilerJvm> all() {
        List<CompilerJvm> all = new ArrayList<>(working);
        if (standby != null) {
            all.add(standby);
        }
        return all;
    }

    private void place(Request request) {
        Optional<CompilerJvm> compiler = leastUsed(request);
        while (compiler.isPresent()
                && !compiler.get().open(request.options(), new Opener(request))) {
            // It has gone a moment ago, and here that is not known yet.
            lost(compiler.get());
            compiler = leastUsed(request);
        }
    }

    /** A compiler for the request; if there is none, the request waits for one. */
    private synchronized Optional<CompilerJvm> leastUsed(Request request) {
        if (closed) {
            request.frontEnd().completeExceptionally(notAvailable());
            return Optional.empty();
        }
        if (working.isEmpty()) {
            unplaced.add(request);
        }
        return working.stream().min(Comparator.comparingInt(CompilerJvm::openFrontEnds));
    }

    private void startOne() {
        try {
            CompilerJvm compiler = starter.start();
            compiler.closed().thenRun(() -> lost(compiler));
            compiler.ready()
                    .whenComplete(
                            (_, failure) -> {
                                if (failure == null) {
                                    arrived(compiler);
                                } else {
                                    executor.execute(() -> failed(failure));
                                }
                            });
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void arrived(CompilerJvm compiler) {
        List<Request> toPlace = List.of();
        synchronized (this) {
            starting = false;
            failures = 0;
            if (closed || compiler.closed().isDone()) {
                compiler.kill();
            } else if (working.size() < wanted) {
                working.add(compiler);
                toPlace = List.copyOf(unplaced);
                unplaced.clear();
            } else {
                standby = compiler;
            }
        }
        toPlace.forEach(this::place);
        fill();
    }

    private void lost(CompilerJvm compiler) {
        List<Request> toPlace = List.of();
        synchronized (this) {
            if (compiler == standby) {
                standby = null;
            } else if (working.remove(compiler) && standby != null) {
                working.add(standby);
                standby = null;
                toPlace = List.copyOf(unplaced);
                unplaced.clear();
            }
        }
        toPlace.forEach(this::place);
        fill();
    }

    private void failed(Throwable failure) {
        List<Request> given = List.of();
        synchronized (this) {
            if (closed) {
                return;
            }
            failures++;
            if (failures >= MOST_FAILURES) {
                given = List.copyOf(unplaced);
                unplaced.clear();
            }
        }
        log.error("A compiler could not be started", failure);
        given.forEach(request -> request.frontEnd().completeExceptionally(notAvailable()));
        pause();
        synchronized (this) {
            starting = false;
        }
        fill();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS * failures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IllegalStateException notAvailable() {
        return new IllegalStateException("no compiler can be started");
    }

    @Override
    public void close() {
        List<CompilerJvm> all;
        synchronized (this) {
            closed = true;
            all = all();
            unplaced.forEach(request -> request.frontEnd().completeExceptionally(notAvailable()));
            unplaced.clear();
        }
        all.forEach(CompilerJvm::kill);
    }

    /** Owns a front end until it is open; when its compiler breaks down before, tries the next. */
    private final class Opener implements FrontEnd.Owner {

        private final Request request;

        Opener(Request request) {
            this.request = request;
        }

        @Override
        public void heard(FrontEnd frontEnd, FromCompiler message) {
            if (message instanceof FromCompiler.Opened) {
                request.frontEnd().complete(frontEnd);
            }
        }

        @Override
        public void lost(FrontEnd frontEnd, CompilerLoss loss) {
            if (!request.frontEnd().isDone()) {
                place(request);
            }
        }
    }
}
