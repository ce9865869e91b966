package dev.interleave.agent;

/**
 * Runs when the learner's code calls {@code System.exit}: nothing can forbid that, but what was
 * printed before should be seen.
 */
final class ExitHook extends AgentThread {

    private static final long MAX_MILLIS = 100;

    private final Sender sender;

    ExitHook(Sender sender, MemoryReserve reserve) {
        super("exit", reserve);
        this.sender = sender;
    }

    @Override
    void work() throws InterruptedException {
        sender.flush(MAX_MILLIS);
    }
}
