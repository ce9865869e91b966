package dev.interleave.explore.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs the thread of the highest priority; priorities are random, and at a few random points the
 * running thread falls below all others. Finds a fault that needs d such points with a known
 * probability (Burckhardt, Kothari, Musuvathi, Nagarakatte: A randomized scheduler with
 * probabilistic guarantees of finding bugs, 2010).
 */
public final class Priorities extends Strategy {

    private static final int ENVIRONMENT_ONE_IN = 32;

    private final SplittableRandom random;
    private final int[] changes;
    private final Map<ControlledThread, Double> priorities = new HashMap<>();
    private int lowest;

    /**
     * @param depth how many ordering constraints the fault may need; one fewer changes of priority
     * @param steps how many points a run is expected to have
     */
    public Priorities(long seed, int depth, int steps) {
        random = new SplittableRandom(seed);
        changes = random.ints(depth - 1, 1, Math.max(1, steps) + 1).toArray();
    }

    @Override
    int pick(Choice choice, int options, int threads, Scheduler scheduler) {
        return switch (choice) {
            case PREEMPT ->
                    environmentActs(options, threads)
                            ? threads + random.nextInt(options - threads)
                            : preempt(threads, scheduler);
            case NEXT ->
                    environmentActs(options, threads)
                            ? threads + random.nextInt(options - threads)
                            : highest(threads, scheduler);
            case WAKE, SPURIOUS, VALUE -> random.nextInt(options);
        };
    }

    private boolean environmentActs(int options, int threads) {
        return options > threads && random.nextInt(ENVIRONMENT_ONE_IN) == 0;
    }

    private int preempt(int threads, Scheduler scheduler) {
        for (var change : changes) {
            if (change == scheduler.steps()) priorities.put(scheduler.running(), (double) --lowest);
        }
        var best = 0;
        var highest = priority(scheduler.running());
        for (var i = 1; i < threads; i++) {
            var priority = priority(scheduler.ready(i - 1));
            if (priority > highest) {
                highest = priority;
                best = i;
            }
        }
        return best;
    }

    private int highest(int threads, Scheduler scheduler) {
        var best = 0;
        for (var i = 1; i < threads; i++) {
            if (priority(scheduler.ready(i)) > priority(scheduler.ready(best))) best = i;
        }
        return best;
    }

    private double priority(ControlledThread thread) {
        return priorities.computeIfAbsent(thread, _ -> 1 + random.nextDouble());
    }
}
