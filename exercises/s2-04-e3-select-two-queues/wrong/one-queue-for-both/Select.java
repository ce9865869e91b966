import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final BlockingQueue<Either<A, B>> values = new LinkedBlockingQueue<>();

    public void sendLeft(A value) {
        values.add(new Either.Left<>(value));
    }

    public void sendRight(B value) {
        values.add(new Either.Right<>(value));
    }

    public Either<A, B> select() throws InterruptedException {
        return values.take();
    }
}
