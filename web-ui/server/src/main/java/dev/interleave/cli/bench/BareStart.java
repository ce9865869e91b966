package dev.interleave.cli.bench;

/** The program that does nothing: its run takes what any start of a JVM takes. */
final class BareStart {

    private BareStart() {}

    public static void main(String[] args) {
        // Nothing is the point.
    }
}
