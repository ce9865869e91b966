package dev.interleave.explore.result;

/** One line of a stack: where a thread is, in the words of the source. */
public record Frame(String className, String method, String file, int line) {

    @Override
    public String toString() {
        return "%s.%s(%s:%d)".formatted(className, method, file, line);
    }
}
