package dev.interleave.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.function.IntSupplier;

/**
 * File descriptors that are kept back, so that what the agent has to look up is found even when the
 * learner's code has opened all files that it may.
 *
 * <p>Threading: the reaper's.
 */
final class SpareDescriptors {

    /** The folder of all processes, and a file of one of them. */
    private static final int NEEDED = 2;

    private static final String ANY_FILE = "/proc/self/stat";

    private final ArrayDeque<FileInputStream> spare = new ArrayDeque<>(NEEDED);

    SpareDescriptors() {
        refill();
    }

    /** Looks something up while they are free. */
    int lookUp(IntSupplier question) {
        while (!spare.isEmpty()) {
            close(spare.remove());
        }
        try {
            return question.getAsInt();
        } finally {
            refill();
        }
    }

    private void refill() {
        try {
            while (spare.size() < NEEDED) {
                spare.add(new FileInputStream(ANY_FILE));
            }
        } catch (IOException e) {
            // Others have taken them, or there is no such file here: the next time tries again.
        }
    }

    private static void close(FileInputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
