package dev.interleave.cli.bench;

import java.util.function.Consumer;

/** Measures something of the product, and what it is to be compared with, in the same run. */
public interface Benchmark {

    /** What is typed to run it, as {@code serve.start}. */
    String name();

    /** What it measures, in one sentence. */
    String purpose();

    /**
     * Measures, and hands over each figure when it is known.
     *
     * @throws Exception if the product does not do what is to be measured
     */
    void run(Consumer<Figure> figures) throws Exception;
}
