package dev.interleave.sandbox.grade;

/** What a learner is told about a hidden test that failed: the kind of the fault and no values. */
final class HiddenMessages {

    private HiddenMessages() {}

    static String of(Fault fault) {
        return switch (fault) {
            case WRONG_RESULT -> "It gave another result than the exercise asks for.";
            case DEADLOCK -> "Threads waited for ever, and nobody could go on.";
            case LIVELOCK -> "Threads were busy and got nowhere.";
            case RACE -> "Two threads used the same variable without synchronization.";
            case LOST_WAKEUP -> "A thread waited for a signal that nobody was left to give.";
            case STARVATION -> "A thread never got its turn.";
            case LEAK -> "Something was left behind: a thread, an executor, a lock or a permit.";
            case BUSY_WAIT -> "A thread used the processor while it waited.";
            case PINNED -> "A virtual thread held its carrier while it waited.";
            case INTERRUPT_IGNORED -> "A thread was interrupted and took no notice.";
            case EXCEPTION -> "It threw an exception that the exercise does not ask for.";
            case TIMEOUT -> "It did not come to an end in its time.";
            case MEMORY -> "It used more memory than there was.";
            case FORBIDDEN -> "It does what is not allowed, or what cannot be explored.";
        };
    }
}
