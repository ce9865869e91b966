package dev.interleave.agent.trace;

/**
 * The virtual threads by which the JDK hears of sockets: it starts them in a thread that waits.
 * They are known by their names, so this says only what a picture leaves out, and nothing else may
 * rest on it.
 */
final class Pollers {

    private static final String NAME = "SubPoller-";

    private Pollers() {}

    /** Whether this is one of them; takes no lock and no memory. */
    static boolean is(Thread thread) {
        return thread.isVirtual() && thread.getName().startsWith(NAME);
    }
}
