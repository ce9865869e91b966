package dev.interleave.agent;

/** How threads are called in front of the learner. */
final class ThreadNames {

    private static final int MAX_CHARACTERS = 200;

    private ThreadNames() {}

    /** The name; a virtual thread without one is called by its number. */
    static String shown(Thread thread) {
        String name = thread.getName();
        if (name.isEmpty() && thread.isVirtual()) {
            return "virtual #" + thread.threadId();
        }
        return Text.cut(name, MAX_CHARACTERS);
    }
}
