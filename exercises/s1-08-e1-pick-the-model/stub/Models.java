/** Which model fits to which work. */
public final class Models {

    /** What is to be done; the statement has the details. */
    public enum Work {
        PRIMES,
        SHOP,
        RENAME,
        FIVE_STEPS,
        COLLEAGUES,
        PROXY,
        SENSORS,
        REPORTS,
        SEARCH_BUTTON,
        CUSTOMER_SCRIPT,
        THUMBNAILS,
        FORTY_SERVICES
    }

    /** How it is done. */
    public enum Model {
        PLAIN_CODE,
        POOL_OF_PROCESSORS,
        VIRTUAL_THREAD_EACH,
        VIRTUAL_THREADS_WITH_A_LIMIT,
        EVENT_LOOP,
        ONE_BACKGROUND_TASK,
        OWN_PROCESS
    }

    /** The fact that decides. */
    public enum Reason {
        FEW_IN_PROGRESS,
        EACH_NEEDS_THE_LAST,
        MOSTLY_COMPUTING,
        MANY_WAITING,
        TOO_MANY_FOR_THREADS,
        SOMETHING_SCARCE,
        MUST_ANSWER_MEANWHILE,
        NOT_TRUSTED
    }

    /** An answer. */
    public record Choice(Model model, Reason reason) {}

    private Models() {}

    /** Chooses a model, and says why. */
    public static Choice choose(Work work) {
        return null;
    }
}
