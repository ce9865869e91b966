import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

public final class Background {

    private Background() {}

    public static long freeAfterMillis(Runnable slow) {
        var begun = Instant.now();
        CompletableFuture.runAsync(slow, Thread::startVirtualThread);
        return Duration.between(begun, Instant.now()).toMillis();
    }
}
