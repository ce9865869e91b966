package dev.interleave.sandbox;

/**
 * Where learners' code runs. One for the whole server; closing it ends every JVM that it started.
 *
 * <p>Threading: any thread may call anything.
 */
public interface Sandbox extends AutoCloseable {

    /** A new session. Cheap: nothing is started before its first run. */
    Session open(Profile profile);

    /** How well cells are isolated on this machine. */
    Isolation isolation();

    /** How many sessions are live, parked, and wait for a place. */
    Load load();

    @Override
    void close();

    /**
     * Sessions with a JVM, sessions without one, runs that wait for a place, and JVMs that are
     * ready in the pool.
     */
    record Load(int live, int parked, int waiting, int pooled) {}
}
