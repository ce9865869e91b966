public final class Background {

    private Background() {}

    public static long freeAfterMillis(Runnable slow) {

        long begun = System.nanoTime();
        slow.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
