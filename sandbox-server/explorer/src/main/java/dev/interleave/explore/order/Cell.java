package dev.interleave.explore.order;

import java.util.Arrays;

/**
 * The last write of a variable, and the reads since then: what a new access must be ordered after.
 */
final class Cell {

    private static final int NOBODY = -1;

    private int writer = NOBODY;
    private int writtenAt;
    private String writeSite;
    private int[] readers = new int[2];
    private int[] readAt = new int[2];
    private String[] readSites = new String[2];
    private int reads;

    /** Records a read and returns the write that it races with, or null. */
    Conflict read(int thread, VectorClock clock, String site) {
        var conflict = conflictWithWrite(thread, clock);
        var i = 0;
        while (i < reads && readers[i] != thread) i++;
        if (i == reads) grow();
        readers[i] = thread;
        readAt[i] = clock.of(thread);
        readSites[i] = site;
        return conflict;
    }

    /** Records a write and returns an access that it races with, or null. */
    Conflict write(int thread, VectorClock clock, String site) {
        var conflict = conflictWithWrite(thread, clock);
        for (var i = 0; i < reads && conflict == null; i++) {
            if (readers[i] != thread && readAt[i] > clock.of(readers[i])) {
                conflict = new Conflict(readers[i], readSites[i], false);
            }
        }
        writer = thread;
        writtenAt = clock.of(thread);
        writeSite = site;
        reads = 0;
        return conflict;
    }

    private Conflict conflictWithWrite(int thread, VectorClock clock) {
        var ordered = writer == NOBODY || writer == thread || writtenAt <= clock.of(writer);
        return ordered ? null : new Conflict(writer, writeSite, true);
    }

    private void grow() {
        if (reads == readers.length) {
            readers = Arrays.copyOf(readers, reads * 2);
            readAt = Arrays.copyOf(readAt, reads * 2);
            readSites = Arrays.copyOf(readSites, reads * 2);
        }
        reads++;
    }
}
