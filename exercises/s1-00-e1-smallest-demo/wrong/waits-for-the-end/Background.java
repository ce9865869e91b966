public final class Background {

    private Background() {}

    public static long freeAfterMillis(Runnable slow) {

        long begun = System.nanoTime();
        var thread = Thread.startVirtualThread(slow);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
