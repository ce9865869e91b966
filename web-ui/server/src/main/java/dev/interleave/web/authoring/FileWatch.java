package dev.interleave.web.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls whenever a file in one of some folders has changed, come or gone. It looks five times a
 * second, which works the same on every system and with every way in which editors save.
 *
 * <p>Threading: has one thread, which makes the calls.
 */
public final class FileWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<Path> folders;
    private final Runnable changed;
    private final Thread thread;

    public FileWatch(List<Path> folders, Runnable changed) {
        this.folders = folders;
        this.changed = changed;
        var before = times();
        this.thread = Thread.ofVirtual().name("file-watch").start(() -> watch(before));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch(Map<Path, FileTime> first) {
        var before = first;
        try {
            while (true) {
                Thread.sleep(PAUSE);
                var now = times();
                if (!now.equals(before)) {
                    before = now;
                    changed.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Path, FileTime> times() {
        var times = new HashMap<Path, FileTime>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> note(times, file));
            } catch (IOException | UncheckedIOException _) {
                // A folder that is being written anew; the next look will see it whole.
                times.put(folder, FileTime.fromMillis(0));
            }
        }
        return times;
    }

    private static void note(Map<Path, FileTime> times, Path file) {
        try {
            times.put(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
