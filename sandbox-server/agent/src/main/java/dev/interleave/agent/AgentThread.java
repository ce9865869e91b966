package dev.interleave.agent;

import dev.interleave.agent.trace.Untraced;

/**
 * A thread of the agent's own.
 *
 * <p>The learner's code can find it among all threads of the JVM. An interrupt would close the
 * connection, so it does nothing; that there is no memory left is survived for a while; and any
 * other failure ends the JVM with a code that says so.
 */
abstract class AgentThread extends Thread implements Untraced {

    private final OutOfMemory outOfMemory;

    AgentThread(String name, MemoryReserve reserve) {
        super(systemGroup(), null, "interleave-" + name, 0, false);
        this.outOfMemory = new OutOfMemory(reserve);
    }

    /** Works until the JVM ends; begun again after it ran out of memory. */
    abstract void work() throws Throwable;

    /** Waits until there may be memory again; ends the JVM if there was none for too long. */
    final void surviveOutOfMemory() {
        outOfMemory.survive();
    }

    /** Does nothing in any other thread: the learner's code can find this one and call it. */
    @Override
    public final void run() {
        if (Thread.currentThread() != this) {
            return;
        }
        while (true) {
            try {
                work();
                return;
            } catch (OutOfMemoryError e) {
                surviveOutOfMemory();
            } catch (Throwable e) {
                Exit.after(e);
            }
        }
    }

    /** Does nothing: nobody has a reason to interrupt the agent. */
    @Override
    public final void interrupt() {}

    private static ThreadGroup systemGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
