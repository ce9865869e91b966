import java.util.concurrent.Executors;

public final class Background {

    private Background() {}

    public static long freeAfterMillis(Runnable slow) {
        long begun = System.nanoTime();
        Executors.newSingleThreadExecutor().execute(slow);
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
