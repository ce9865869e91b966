package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of a jail, from the start of the first to the end of the last. */
final class JailProcess {

    private static final Logger LOG = LoggerFactory.getLogger(JailProcess.class);
    private static final int PATIENCE_SECONDS = 2;
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final String name;
    private final Process process;
    private final ProcessGroup group;
    private final CompletableFuture<End> ended;
    private final AtomicBoolean killed = new AtomicBoolean();

    JailProcess(String name, Process process, ProcessGroup group) {
        this.name = name;
        this.process = process;
        this.group = group;
        this.ended = process.onExit().thenApplyAsync(_ -> end(), VIRTUAL);
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    ProcessGroup group() {
        return group;
    }

    CompletableFuture<End> ended() {
        return ended.copy();
    }

    /**
     * Kills what is inside; the outermost process then ends by itself and takes its child's remains
     * with it, which would otherwise be left to the host's init. Once is enough: a second call
     * would find nobody but the outermost process.
     */
    void kill() {
        if (killed.getAndSet(true)) {
            return;
        }
        if (!group.killAllBut(process.pid())) {
            // The handle's method leaves the streams open, so that what was written can be read.
            process.toHandle().destroyForcibly();
        }
        process.onExit()
                .copy()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> killOutermost());
    }

    private Process killOutermost() {
        process.toHandle().destroyForcibly();
        return process;
    }

    /** What it wrote, once everything inside has been killed; at most this many bytes. */
    String written(int most) throws IOException {
        kill();
        byte[] bytes = process.getInputStream().readNBytes(most);
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private End end() {
        End end = new End(process.exitValue(), killed.get(), false);
        try {
            end =
                    new End(
                            process.exitValue(),
                            killed.get(),
                            group.outOfMemory(),
                            group.outOfThreads());
            Patience.until("the jail " + name + " is gone", group::gone);
        } catch (IOException e) {
            LOG.error("Could not clean up after jail {}", name, e);
        }
        return end;
    }
}
