package dev.interleave.explore.result;

/** What is wrong with a submission, by the names that gradings and pages use. */
public enum FaultKind {
    WRONG_RESULT("wrong-result"),
    DEADLOCK("deadlock"),
    LIVELOCK("livelock"),
    RACE("race"),
    LOST_WAKEUP("lost-wakeup"),
    STARVATION("starvation"),
    LEAK("leak"),
    BUSY_WAIT("busy-wait"),
    PINNED("pinned"),
    INTERRUPT_IGNORED("interrupt-ignored"),
    EXCEPTION("exception"),
    TIMEOUT("timeout"),
    MEMORY("memory"),
    FORBIDDEN("forbidden");

    private final String id;

    FaultKind(String id) {
        this.id = id;
    }

    /** The name in gradings, such as {@code lost-wakeup}. */
    public String id() {
        return id;
    }
}
