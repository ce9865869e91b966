package dev.interleave.measurer.message;

/** What JMH measures of a version; its own modes by other names. */
public enum Timing {
    /** Calls in a second. */
    THROUGHPUT("thrpt", "ops/s", true),
    /** Time of a call on average. */
    AVERAGE("avgt", "ns/op", false),
    /** Times of single calls, not of all, with their distribution. */
    SAMPLE("sample", "ns/op", false),
    /** One call an iteration, without any warm-up in between. */
    SINGLE("ss", "ns/op", false);

    private static final double NANOS_PER_SECOND = 1e9;

    private final String jmhName;
    private final String unit;
    private final boolean rate;

    Timing(String jmhName, String unit, boolean rate) {
        this.jmhName = jmhName;
        this.unit = unit;
        this.rate = rate;
    }

    /** The mode's short name in JMH's options and results. */
    public String jmhName() {
        return jmhName;
    }

    /** Of its scores. */
    public String unit() {
        return unit;
    }

    /** Nanoseconds that a call took, from a score of this mode. */
    public double nanosPerCall(double score) {
        return rate ? NANOS_PER_SECOND / score : score;
    }
}
