package dev.interleave.sandbox.result;

/**
 * A number of a version: the mean of what its JVMs had, and Student's interval around it at 99 per
 * cent. No claim rests on it, so nothing is taken off for looking several times.
 *
 * @param low 0 at least; 0 if there was one JVM only
 * @param high infinite if there was one JVM only
 * @param jvms how many JVMs told it; 0 if it cannot be told, and then the rest means nothing
 */
public record Mean(double value, double low, double high, int jvms) {

    /** It cannot be told. */
    public static final Mean UNKNOWN = new Mean(0, 0, Double.POSITIVE_INFINITY, 0);

    public boolean known() {
        return jvms > 0;
    }
}
