package dev.interleave.explore.schedule;

import java.util.SplittableRandom;

/** Preempts at each point with the same probability. */
public final class RandomWalk extends Strategy {

    private static final int ENVIRONMENT_ONE_IN = 8;

    private final SplittableRandom random;
    private final double preempt;

    public RandomWalk(long seed, double preempt) {
        this.random = new SplittableRandom(seed);
        this.preempt = preempt;
    }

    @Override
    int pick(Choice choice, int options, int threads, Scheduler scheduler) {
        return switch (choice) {
            case PREEMPT -> random.nextDouble() < preempt ? other(options, threads) : 0;
            case NEXT ->
                    environmentActs(options, threads)
                            ? environment(options, threads)
                            : random.nextInt(threads);
            case WAKE, VALUE -> random.nextInt(options);
            case SPURIOUS -> random.nextInt(ENVIRONMENT_ONE_IN) == 0 ? 1 : 0;
        };
    }

    private int other(int options, int threads) {
        if (threads == 1 || environmentActs(options, threads)) return environment(options, threads);
        return 1 + random.nextInt(threads - 1);
    }

    private boolean environmentActs(int options, int threads) {
        return options > threads && random.nextInt(ENVIRONMENT_ONE_IN) == 0;
    }

    private int environment(int options, int threads) {
        return options > threads ? threads + random.nextInt(options - threads) : 0;
    }
}
