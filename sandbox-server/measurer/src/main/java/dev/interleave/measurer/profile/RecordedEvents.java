package dev.interleave.measurer.profile;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Reads a recording, event by event. */
final class RecordedEvents {

    private RecordedEvents() {}

    static void read(Path file, Samples samples, JitEvents jit) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                samples.take(event);
                jit.take(event);
            }
        }
    }
}
