/** Two queues, and whoever takes from them takes what is there. */
public final class Select<A, B> {

    /** From which side a value came. */
    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    /** Leaves a value on the left side. */
    public void sendLeft(A value) {}

    /** Leaves a value on the right side. */
    public void sendRight(B value) {}

    /** Takes a value from either side; waits until there is one. */
    public Either<A, B> select() throws InterruptedException {
        return null;
    }
}
