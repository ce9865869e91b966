import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final Queue<A> left = new ConcurrentLinkedQueue<>();
    private final Queue<B> right = new ConcurrentLinkedQueue<>();

    public void sendLeft(A value) {
        left.add(value);
    }

    public void sendRight(B value) {
        right.add(value);
    }

    public Either<A, B> select() throws InterruptedException {
        while (true) {
            A first = left.poll();
            if (first != null) {
                return new Either.Left<>(first);
            }
            B second = right.poll();
            if (second != null) {
                return new Either.Right<>(second);
            }
            Thread.sleep(1);
        }
    }
}
