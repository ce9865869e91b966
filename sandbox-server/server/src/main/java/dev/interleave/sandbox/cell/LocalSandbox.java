package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Isolation;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sandbox on this machine. */
public final class LocalSandbox implements Sandbox {

    private static final Logger log = LoggerFactory.getLogger(LocalSandbox.class);

    private static final long COMPILER_WATCH_MILLIS = 100;
    private static final long PLACES_MILLIS = 250;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Jails jails;
    private final Compilers compilers;
    private final WorkerPool pool;
    private final Places places;
    private final Services services;
    private final IdleSessions idle;
    private final Set<LocalSession> sessions = ConcurrentHashMap.newKeySet();
    private final Executor executor = task -> Thread.ofVirtual().name("cell-task").start(task);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cell-clock").factory());
    private volatile boolean closed;

    private LocalSandbox(Jails jails, SandboxSettings settings) {
        Capacity capacity = settings.capacity();
        this.jails = jails;
        this.compilers =
                new Compilers(
                        starter(settings), capacity.compilers(), settings.lasting(), executor);
        this.idle = new IdleSessions(sessions, capacity);
        this.pool =
                new WorkerPool(
                        new WorkerMaker(jails, compilers, settings.limits()),
                        capacity,
                        executor,
                        idle::makeRoom);
        this.places = new Places(capacity.runPlaces(), executor);
        this.services =
                new Services(
                        settings.limits(),
                        pool,
                        compilers,
                        places,
                        new Samplers(jails, compilers),
                        clock,
                        executor);
    }

    /**
     * Makes a sandbox; its JVMs start in the background, cells that come before wait for them.
     *
     * @throws RuntimeException if this machine offers no jail and the settings want one; the
     *     message says what is missing
     */
    public static LocalSandbox open(SandboxSettings settings) {
        Jails jails =
                Jails.open(
                        new JailSettings(
                                settings.jdk(),
                                settings.app(),
                                settings.runtime(),
                                settings.unsafeNoJail()));
        LocalSandbox sandbox = new LocalSandbox(jails, settings);
        sandbox.start();
        return sandbox;
    }

    /**
     * Lets JVMs rehearse so that later ones start faster, which takes seconds once for each build
     * and JDK, and then fills the pool for the first learner. Cells run meanwhile, and everything
     * works without.
     */
    public void rehearse() {
        try {
            new Rehearsal(services.limits()).with(jails);
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                log.warn("JVMs could not rehearse, so they start as slowly as before", e);
            }
        }
        pool.stock(Profile.DEFAULT);
    }

    private Compilers.Starter starter(SandboxSettings settings) {
        AtomicLong count = new AtomicLong();
        return () -> {
            String name = "compiler-" + count.incrementAndGet();
            JailSpec spec =
                    new JailSpec(name, Role.COMPILER, Profile.DEFAULT, compilerSettings(settings));
            return new CompilerJvm(
                    jails.start(settings.warmUp() > 0 ? spec : spec.asBrief()), settings.limits());
        };
    }

    private static List<String> compilerSettings(SandboxSettings settings) {
        List<String> told = new ArrayList<>(settings.limits().compilerSettings());
        told.add("warm-up=" + settings.warmUp());
        return told;
    }

    private void start() {
        compilers.fill();
        every(COMPILER_WATCH_MILLIS, () -> compilers.all().forEach(CompilerJvm::watch));
        every(PLACES_MILLIS, this::keepHouse);
    }

    private void every(long millis, Runnable task) {
        Runnable guarded =
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.error("Housekeeping failed and will be tried again", e);
                    }
                };
        clock.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void keepHouse() {
        places.tellPlaces();
        pool.tellPlaces();
        executor.execute(pool::fill);
        executor.execute(idle::look);
    }

    @Override
    public Session open(Profile profile) {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        LocalSession session = new LocalSession(services, profile, sessions::remove);
        sessions.add(session);
        return session;
    }

    @Override
    public Isolation isolation() {
        return jails.isolation();
    }

    @Override
    public Load load() {
        int live = (int) sessions.stream().filter(LocalSession::live).count();
        return new Load(
                live, sessions.size() - live, places.waiting() + pool.waiting(), pool.ready());
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        Set<LocalSession> last = Set.copyOf(sessions);
        last.forEach(session -> session.close(Explanations.SHUT_DOWN));
        pool.close();
        compilers.close();
        jails.close();
        awaitTold(last);
    }

    private static void awaitTold(Set<LocalSession> last) {
        long until = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (LocalSession session : last) {
                session.awaitTold(Duration.ofNanos(until - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
