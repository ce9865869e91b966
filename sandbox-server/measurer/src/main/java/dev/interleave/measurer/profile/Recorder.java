package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.CompiledClass;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Fact;
import dev.interleave.measurer.message.FromMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;

/**
 * A recording of this JVM by the JDK's flight recorder, from before the version is loaded; it is
 * read when nothing is measured any more.
 *
 * <p>Threading: one thread.
 */
public final class Recorder {

    private static final String PERIOD = "1 ms";
    private static final int PERIOD_MICROS = 1000;

    /** The jail's /tmp has room for the recording, and for the file that it is read from. */
    private static final long MOST_BYTES = 10 << 20;

    private final Recording recording = new Recording();
    private List<CompiledClass> classes = List.of();
    private Entry entry = Entry.EMPTY;
    private Instant steady = Instant.MAX;

    /** Begins to record. */
    public Recorder() {
        recording.setMaxSize(MOST_BYTES);
        recording.enable(Samples.BY_THREAD).with("period", PERIOD);
        recording.enable(Samples.BY_PROCESSOR).with("throttle", PERIOD);
        recording.enable(JitEvents.COMPILATION).withThreshold(Duration.ZERO).withoutStackTrace();
        recording.enable(JitEvents.INLINING);
        recording.enable(JitEvents.DEOPTIMIZATION).withoutStackTrace();
        recording.start();
    }

    /** What is about to be loaded. */
    public void version(List<CompiledClass> files, Entry method) {
        classes = files;
        entry = method;
    }

    /** From now on samples count. */
    public void steady() {
        steady = Instant.now();
    }

    /**
     * Ends the recording and reads it.
     *
     * @throws IOException if it cannot be read
     */
    public FromMeasurer.Profiled tell() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("profile", ".jfr");
        try {
            recording.dump(file);
            recording.close();
            Own own = new Own(classes);
            Samples samples = new Samples(own, steady);
            JitEvents jit = new JitEvents(own, steady);
            RecordedEvents.read(file, samples, jit);
            return new FromMeasurer.Profiled(
                    samples.event(), PERIOD_MICROS, samples.frames(), facts(jit));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<Fact> facts(JitEvents jit) {
        List<Fact> facts = new ArrayList<>(new Bytecode(classes, entry).facts());
        facts.addAll(jit.facts());
        return facts.subList(0, Math.min(FromMeasurer.MOST_FACTS, facts.size()));
    }
}
