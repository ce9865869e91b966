package dev.interleave.bench;

/**
 * Hears how far a benchmark has come.
 *
 * <p>Threading: called by one thread at a time.
 */
@FunctionalInterface
public interface Progress {

    /**
     * @param what is being done
     * @param done of {@code total}, in units that depend on {@code what}
     */
    void at(String what, long done, long total);
}
