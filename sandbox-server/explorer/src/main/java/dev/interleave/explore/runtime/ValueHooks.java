package dev.interleave.explore.runtime;

/**
 * What woven code of cells calls with the value that it has read or is about to write, so that a
 * replay can show it. The access and this call are one step: nobody else runs between them.
 */
public final class ValueHooks {

    private ValueHooks() {}

    public static void value(int value) {
        shown(value);
    }

    public static void value(boolean value) {
        shown(value);
    }

    public static void value(char value) {
        shown(value);
    }

    public static void value(long value) {
        shown(value);
    }

    public static void value(float value) {
        shown(value);
    }

    public static void value(double value) {
        shown(value);
    }

    public static void value(Object value) {
        shown(value);
    }

    private static void shown(Object value) {
        var execution = Execution.here();
        if (execution != null) execution.valued("", value);
    }
}
