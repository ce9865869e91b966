package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler.Overrun;
import dev.interleave.wire.FromCompiler.Resource;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the heap from filling up: front ends that are idle give back javac's contexts, those first
 * that have been idle for longest; and when a single step eats what there is, names it, so that
 * only its cell ends with this JVM.
 *
 * <p>Threading: has one of its own; any thread may report that memory is out.
 */
final class MemoryWatch {

    /** With this exit status this JVM says that nobody in particular used up its memory. */
    static final int WORN_OUT = 5;

    /** With this one the same JVM says that it ran out of memory and cannot say over what. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** So many collections in a row must have left the heap full although nobody is hungry. */
    private static final int FULL_COLLECTIONS = 3;

    private final Outbox out;
    private final Steps steps;
    private final Collection<FrontEnd> frontEnds;
    private final HeapBudget budget;
    private int fullCollections;
    private boolean told;

    /** To have some memory left for saying that there is none. */
    private volatile byte[] reserve = new byte[1 << 20];

    /**
     * @param frontEnds those that are open; changed by other threads
     */
    MemoryWatch(Outbox out, Steps steps, Collection<FrontEnd> frontEnds, HeapBudget budget) {
        this.out = out;
        this.steps = steps;
        this.frontEnds = frontEnds;
        this.budget = budget;
    }

    /** Looks again and again until the JVM ends. */
    void start(HeapUse heap) {
        Thread.ofPlatform().daemon().name("memory-watch").start(() -> watch(heap));
    }

    private void watch(HeapUse heap) {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                heap.afterCollection().ifPresent(this::collected);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            outOfMemory();
        }
    }

    /** Garbage was collected, and so many bytes were left. */
    void collected(long used) {
        evict(used);
        fullCollections = budget.full(used) ? fullCollections + 1 : 0;
        if (fullCollections > 0) {
            Optional<Steps.Step> eater =
                    steps.hungriest().filter(step -> budget.hungry(steps.bytes(step)));
            eater.ifPresent(this::tell);
            if (eater.isEmpty() && fullCollections >= FULL_COLLECTIONS) {
                Runtime.getRuntime().halt(WORN_OUT);
            }
        }
    }

    private void evict(long used) {
        List<FrontEnd> hot = frontEnds.stream().filter(FrontEnd::hot).toList();
        int count = budget.toEvict(used, hot.size());
        // What others change meanwhile cannot be sorted by.
        List<Use> oldest =
                hot.stream()
                        .map(frontEnd -> new Use(frontEnd, frontEnd.lastUsed()))
                        .sorted(Comparator.comparingLong(Use::last))
                        .toList();
        for (Use use : oldest) {
            if (count > 0 && use.frontEnd().tryEvict()) {
                count--;
            }
        }
    }

    private record Use(FrontEnd frontEnd, long last) {}

    /** Once: whoever is named second is a victim of the first. */
    private synchronized void tell(Steps.Step step) {
        if (!told) {
            told = true;
            out.send(new Overrun(step.session(), step.run(), Resource.MEMORY));
        }
    }

    /** Whether memory was out; javac and JShell put what they meet into exceptions of theirs. */
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    /**
     * An allocation has failed, on whatever thread. Names the step that took most; the supervisor
     * then ends this JVM, in which classes may be half loaded now.
     */
    void outOfMemory() {
        reserve = null;
        try {
            steps.hungriest().ifPresentOrElse(this::tell, MemoryWatch::giveUp);
        } catch (OutOfMemoryError e) {
            giveUp();
        }
    }

    private static void giveUp() {
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
}
