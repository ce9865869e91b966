import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
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

    private static final List<Class<? extends Throwable>> WRAPPERS =
            List.of(
                    ExecutionException.class,
                    CompletionException.class,
                    UncheckedIOException.class,
                    StructuredTaskScope.FailedException.class);

    public static Failure classify(Throwable failure) {
        Throwable root = unwrap(failure, new ArrayList<>());
        if (root instanceof Error error) {
            throw error;
        }
        if (root instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new Failure(kind(root), root);
    }

    private static Throwable unwrap(Throwable failure, List<Throwable> outer) {
        boolean wrapper = WRAPPERS.stream().anyMatch(type -> type.isInstance(failure));
        if (!wrapper || failure.getCause() == null || has(outer, failure)) {
            return failure;
        }
        outer.add(failure);
        return unwrap(failure.getCause(), outer);
    }

    private static boolean has(List<Throwable> outer, Throwable failure) {
        return outer.stream().anyMatch(other -> other == failure);
    }

    private static Kind kind(Throwable root) {
        if (root instanceof TimeoutException || root instanceof SocketTimeoutException) {
            return Kind.TRANSIENT;
        }
        return root instanceof CancellationException || root instanceof InterruptedException
                ? Kind.CANCELLED
                : Kind.PERMANENT;
    }
}
