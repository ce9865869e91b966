public final class Models {

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

    public enum Model {
        PLAIN_CODE,
        POOL_OF_PROCESSORS,
        VIRTUAL_THREAD_EACH,
        VIRTUAL_THREADS_WITH_A_LIMIT,
        EVENT_LOOP,
        ONE_BACKGROUND_TASK,
        OWN_PROCESS
    }

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

    public record Choice(Model model, Reason reason) {}

    private Models() {}

    public static Choice choose(Work work) {
        return new Choice(Model.PLAIN_CODE, Reason.FEW_IN_PROGRESS);
    }
}
