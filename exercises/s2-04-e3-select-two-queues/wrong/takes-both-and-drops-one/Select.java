import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

public final class Select<A, B> {

    public sealed interface Either<A, B> {

        record Left<A, B>(A value) implements Either<A, B> {}

        record Right<A, B>(B value) implements Either<A, B> {}
    }

    private final BlockingQueue<A> left = new LinkedBlockingQueue<>();
    private final BlockingQueue<B> right = new LinkedBlockingQueue<>();

    public void sendLeft(A value) {
        left.add(value);
    }

    public void sendRight(B value) {
        right.add(value);
    }

    public Either<A, B> select() throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var first = new ExecutorCompletionService<Either<A, B>>(executor);
                first.submit(() -> new Either.Left<>(left.take()));
                first.submit(() -> new Either.Right<>(right.take()));
                return first.take().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
