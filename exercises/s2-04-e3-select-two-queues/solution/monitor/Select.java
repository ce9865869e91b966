import java.util.ArrayDeque;
import java.util.Queue;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final Queue<A> left = new ArrayDeque<>();
    private final Queue<B> right = new ArrayDeque<>();
    private boolean rightIsNext;

    public synchronized void sendLeft(A value) {
        left.add(value);
        notify();
    }

    public synchronized void sendRight(B value) {
        right.add(value);
        notify();
    }

    public synchronized Either<A, B> select() throws InterruptedException {
        while (left.isEmpty() && right.isEmpty()) {
            wait();
        }
        if (left.isEmpty() || (rightIsNext && !right.isEmpty())) {
            rightIsNext = false;
            return new Either.Right<>(right.remove());
        }
        rightIsNext = true;
        return new Either.Left<>(left.remove());
    }
}
