package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Session JVMs with open front ends that wait for a session. Keeps as many as the recent demand
 * suggests, makes them one at a time while nobody waits and side by side while somebody does, gives
 * them back after a rush, and never lets more JVMs live than the machine carries.
 *
 * <p>Threading: any thread may call anything; nothing waits.
 */
final class WorkerPool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    /** So often a session's worker is tried to be made before the session is refused. */
    private static final int ATTEMPTS = 3;

    /** More JVMs than this are not started side by side: they would only slow each other down. */
    private static final int MOST_AT_ONCE = 4;

    /** Makes workers; what it returns completes on a thread that must not be held up. */
    interface Maker {

        CompletableFuture<Worker> make(Profile profile, PoolOwner owner);

        /** Another front end for a JVM whose first one was lost. */
        CompletableFuture<Worker> mend(Profile profile, SessionJvm jvm, PoolOwner owner);
    }

    private final Maker maker;
    private final Capacity capacity;
    private final Executor executor;
    private final Runnable makeRoom;
    private final Map<Profile, Shelf> shelves = new HashMap<>();
    private final Deque<Taker> takers = new ArrayDeque<>();
    private int jvms;
    private int making;
    private boolean closed;

    /**
     * @param makeRoom asks sessions that are idle to give up their JVMs
     */
    WorkerPool(Maker maker, Capacity capacity, Executor executor, Runnable makeRoom) {
        this.maker = maker;
        this.capacity = capacity;
        this.executor = executor;
        this.makeRoom = makeRoom;
        shelf(Profile.DEFAULT);
    }

    /**
     * A worker, from the shelf or made anew. Fails when none can be made.
     *
     * @param line hears the place in the line, if there is one
     */
    CompletableFuture<Worker> take(Profile profile, IntConsumer line) {
        Taker taker = new Taker(profile, line);
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("closed"));
            }
            Shelf shelf = shelf(profile);
            shelf.demand.taken(System.nanoTime());
            Worker ready = pollLive(shelf);
            if (ready != null) {
                taker.worker.complete(ready);
            } else {
                takers.addLast(taker);
            }
        }
        executor.execute(this::fill);
        return taker.worker;
    }

    /** Keeps workers of this profile ready from now on, before anybody has taken one. */
    void stock(Profile profile) {
        synchronized (this) {
            shelf(profile);
        }
        fill();
    }

    private static Worker pollLive(Shelf shelf) {
        Worker worker = shelf.ready.poll();
        while (worker != null && !worker.lives()) {
            worker.discard();
            worker = shelf.ready.poll();
        }
        return worker;
    }

    /** Makes what is missing; to be called every now and then. */
    void fill() {
        List<Profile> wanted = new ArrayList<>();
        boolean full;
        synchronized (this) {
            if (closed) {
                return;
            }
            full = wantedByTakers(wanted);
            if (wanted.isEmpty() && making == 0) {
                wantedByDemand(wanted);
            }
            making += wanted.size();
            jvms += wanted.size();
            wanted.forEach(profile -> shelf(profile).making++);
        }
        wanted.forEach(profile -> executor.execute(() -> make(profile)));
        discardSurplus();
        if (full) {
            discardUnfitting();
            makeRoom.run();
        }
    }

    /**
     * Adds what is to be made for those who wait; true if the machine is full before all have it.
     */
    private boolean wantedByTakers(List<Profile> wanted) {
        boolean full = false;
        Map<Profile, Integer> open = new HashMap<>();
        for (Taker taker : takers) {
            int place = open.merge(taker.profile, 1, Integer::sum);
            if (place > shelf(taker.profile).making) {
                if (jvms + wanted.size() >= capacity.sessionJvms()) {
                    full = true;
                } else if (making + wanted.size() < MOST_AT_ONCE) {
                    wanted.add(taker.profile);
                }
            }
        }
        return full;
    }

    private void wantedByDemand(List<Profile> wanted) {
        long now = System.nanoTime();
        for (Map.Entry<Profile, Shelf> entry : shelves.entrySet()) {
            Shelf shelf = entry.getValue();
            if (shelf.ready.size() < shelf.demand.target(now) && jvms < capacity.sessionJvms()) {
                wanted.add(entry.getKey());
                return;
            }
        }
    }

    /** After a rush, what waits beyond the demand is given back, one at a time. */
    private void discardSurplus() {
        Worker surplus = null;
        synchronized (this) {
            long now = System.nanoTime();
            for (Shelf shelf : shelves.values()) {
                if (surplus == null && shelf.ready.size() > shelf.demand.ceiling(now)) {
                    surplus = shelf.ready.pollLast();
                }
            }
        }
        if (surplus != null) {
            surplus.discard();
        }
    }

    /** When the machine is full, what waits for other profiles gives way. */
    private void discardUnfitting() {
        Worker victim = null;
        synchronized (this) {
            for (Shelf shelf : shelves.values()) {
                victim = victim == null ? shelf.ready.poll() : victim;
            }
        }
        if (victim != null) {
            victim.discard();
        }
    }

    private void make(Profile profile) {
        maker.make(profile, new PoolOwner(this, maker, profile))
                .whenComplete(
                        (worker, failure) -> {
                            if (failure == null) {
                                made(profile, worker);
                            } else {
                                executor.execute(() -> notMade(profile, failure));
                            }
                        });
    }

    private void made(Profile profile, Worker worker) {
        worker.jvm().jail().ended().thenRun(this::jvmEnded);
        put(profile, worker);
        // Only now: who waits for this one must not look as if nothing were made for him.
        synchronized (this) {
            making--;
            shelf(profile).making--;
        }
        executor.execute(this::fill);
    }

    /** Gives the worker to whom it fits, or puts it on the shelf. */
    void put(Profile profile, Worker worker) {
        Taker taker = null;
        synchronized (this) {
            if (!closed && worker.lives()) {
                taker =
                        takers.stream()
                                .filter(t -> t.profile.equals(profile))
                                .findFirst()
                                .orElse(null);
                takers.remove(taker);
                if (taker == null) {
                    shelf(profile).ready.add(worker);
                    return;
                }
            }
        }
        if (taker == null || !taker.worker.complete(worker)) {
            worker.discard();
        }
    }

    /** Takes the worker that has this JVM off the shelf; false when it is not there. */
    synchronized boolean remove(Profile profile, SessionJvm jvm) {
        return shelf(profile).ready.removeIf(worker -> worker.jvm() == jvm);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void notMade(Profile profile, Throwable failure) {
        List<Taker> refused = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                return;
            }
            making--;
            jvms--;
            shelf(profile).making--;
            for (Taker taker : takers) {
                if (taker.profile.equals(profile) && ++taker.failures >= ATTEMPTS) {
                    refused.add(taker);
                }
            }
            takers.removeAll(refused);
        }
        if (!isClosed()) {
            log.error("A session's JVM could not be started", failure);
        }
        refused.forEach(taker -> taker.worker.completeExceptionally(failure));
    }

    private void jvmEnded() {
        synchronized (this) {
            jvms--;
        }
        executor.execute(this::fill);
    }

    /** Tells those who wait where they are. */
    void tellPlaces() {
        List<Taker> line;
        synchronized (this) {
            line = List.copyOf(takers);
        }
        for (int i = 0; i < line.size(); i++) {
            line.get(i).line.accept(i + 1);
        }
    }

    synchronized int ready() {
        return shelves.values().stream().mapToInt(shelf -> shelf.ready.size()).sum();
    }

    synchronized int waiting() {
        return takers.size();
    }

    private Shelf shelf(Profile profile) {
        return shelves.computeIfAbsent(profile, p -> new Shelf(range(p)));
    }

    private Capacity.Range range(Profile profile) {
        boolean usual = profile.equals(Profile.DEFAULT);
        return usual ? capacity.pooled() : new Capacity.Range(0, capacity.pooled().most());
    }

    @Override
    public void close() {
        List<Worker> all = new ArrayList<>();
        List<Taker> refused;
        synchronized (this) {
            closed = true;
            shelves.values().forEach(shelf -> all.addAll(shelf.ready));
            shelves.clear();
            refused = List.copyOf(takers);
            takers.clear();
        }
        all.forEach(Worker::discard);
        refused.forEach(
                taker -> taker.worker.completeExceptionally(new IllegalStateException("closed")));
    }

    private static final class Taker {

        private final Profile profile;
        private final IntConsumer line;
        private final CompletableFuture<Worker> worker = new CompletableFuture<>();
        private int failures;

        Taker(Profile profile, IntConsumer line) {
            this.profile = profile;
            this.line = line;
        }
    }

    private static final class Shelf {

        private final Demand demand;
        private final Deque<Worker> ready = new ArrayDeque<>();
        private int making;

        Shelf(Capacity.Range range) {
            this.demand = new Demand(range, System.nanoTime());
        }
    }
}
