import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final Queue<A> left = new ConcurrentLinkedQueue<>();
    private final Queue<B> right = new ConcurrentLinkedQueue<>();
    private final Semaphore some = new Semaphore(0);
    private final AtomicInteger turn = new AtomicInteger();

    public void sendLeft(A value) {
        left.add(value);
        some.release();
    }

    public void sendRight(B value) {
        right.add(value);
        some.release();
    }

    public Either<A, B> select() throws InterruptedException {
        some.acquire();
        if (turn.getAndIncrement() % 2 == 0) {
            A a = left.poll();
            return a != null ? new Either.Left<>(a) : new Either.Right<>(right.poll());
        }
        B b = right.poll();
        return b != null ? new Either.Right<>(b) : new Either.Left<>(left.poll());
    }
}
