import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final Queue<A> left = new ConcurrentLinkedQueue<>();
    private final Queue<B> right = new ConcurrentLinkedQueue<>();
    private final Semaphore values = new Semaphore(0);
    private volatile boolean rightIsNext;

    public void sendLeft(A value) {
        left.add(value);
        values.release();
    }

    public void sendRight(B value) {
        right.add(value);
        values.release();
    }

    public Either<A, B> select() throws InterruptedException {
        values.acquire();
        while (true) {
            boolean fromRight = rightIsNext;
            rightIsNext = !fromRight;
            if (fromRight) {
                B value = right.poll();
                if (value != null) {
                    return new Either.Right<>(value);
                }
            } else {
                A value = left.poll();
                if (value != null) {
                    return new Either.Left<>(value);
                }
            }
        }
    }
}
