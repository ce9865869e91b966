import java.util.stream.Gatherer;

/** Windows over streams of numbers. */
public final class Windows {

    private Windows() {}

    /**
     * The average of each window.
     *
     * @param size how many numbers are in a window, at least 1
     * @param step how many numbers later the next window begins, at least 1
     */
    public static Gatherer<Double, ?, Double> averages(int size, int step) {
        return null;
    }
}
