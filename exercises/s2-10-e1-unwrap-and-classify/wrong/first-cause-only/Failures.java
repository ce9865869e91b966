import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;

public final class Failures {

    public enum Kind {
        TRANSIENT,
        CANCELLED,
        PERMANENT
    }

    public record Failure(Kind kind, Throwable root) {}

    private Failures() {}

    public static Failure classify(Throwable failure) {
        Throwable root = root(failure);
        return switch (root) {
            case Error error -> throw error;
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield new Failure(Kind.CANCELLED, root);
            }
            case CancellationException _ -> new Failure(Kind.CANCELLED, root);
            case TimeoutException _ -> new Failure(Kind.TRANSIENT, root);
            case SocketTimeoutException _ -> new Failure(Kind.TRANSIENT, root);
            default -> new Failure(Kind.PERMANENT, root);
        };
    }

    private static Throwable root(Throwable failure) {
        return isWrapper(failure) && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof CompletionException
                || failure instanceof UncheckedIOException
                || failure instanceof StructuredTaskScope.FailedException;
    }
}
