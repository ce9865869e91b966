package dev.interleave.bench;

/** Measures something of the product, and what it is to be compared with, in the same run. */
public interface Benchmark {

    /** What is typed to run it, as {@code serve.start}. */
    String name();

    /** What it measures, in one sentence. */
    String purpose();

    /** Whether it belongs to the benchmarks that run when none is named. */
    default boolean inQuickRun() {
        return true;
    }

    /**
     * Measures, and tells each figure when it is known.
     *
     * @throws WrongResult if the product does not do what is to be measured
     * @throws Exception if it could not be measured
     */
    void run(Bench bench) throws Exception;
}
