import java.util.List;

/** A method with a loop, two suspension points and a finally, as a state machine. */
public final class Shopping {

    /** How far a call of resume came. */
    public sealed interface Step {

        /** Suspended: what does it cost? */
        record AskPrice(String item) implements Step {}

        /** Suspended: how many are needed? */
        record AskPieces(String item) implements Step {}

        /** At its end. */
        record Done(int sum) implements Step {}
    }

    public Shopping(List<String> basket, Runnable goHome) {}

    /**
     * Runs the next piece.
     *
     * @param answer to the last question; null at the beginning
     */
    public Step resume(Integer answer) {
        return null;
    }

    /** The last question could not be answered. */
    public void fail(RuntimeException failure) {}

    /** Gives up. */
    public void cancel() {}
}
