public final class Background {

    private Background() {}

    public static long freeAfterMillis(Runnable slow) {

        return 0;
    }
}
