package dev.interleave.explore.guard;

/**
 * Something that a submission may not use.
 *
 * @param className the class that uses it
 * @param what what it uses, such as {@code java.lang.System.exit}
 * @param why a sentence for the learner
 */
public record Violation(String className, String what, String why)
        implements Comparable<Violation> {

    @Override
    public int compareTo(Violation other) {
        var byClass = className.compareTo(other.className);
        return byClass != 0 ? byClass : what.compareTo(other.what);
    }
}
