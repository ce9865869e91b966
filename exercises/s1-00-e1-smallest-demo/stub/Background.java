/** Runs slow work in the background. */
public final class Background {

    private Background() {}

    /** For how many milliseconds the caller was busy. */
    public static long freeAfterMillis(Runnable slow) {
        return -1;
    }
}
