import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final BlockingQueue<A> left = new LinkedBlockingQueue<>();
    private final Queue<B> right = new ConcurrentLinkedQueue<>();

    public void sendLeft(A value) {
        left.add(value);
    }

    public void sendRight(B value) {
        right.add(value);
    }

    public Either<A, B> select() throws InterruptedException {
        B second = right.poll();
        return second != null ? new Either.Right<>(second) : new Either.Left<>(left.take());
    }
}
