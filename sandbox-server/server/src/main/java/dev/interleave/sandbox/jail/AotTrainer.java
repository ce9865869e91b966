package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Makes caches by a real run in a real jail, with the paths and flags of later runs. */
final class AotTrainer {

    private static final long MIB = 1 << 20;
    private static final long END_SECONDS = 120;

    /** Large for what is recorded and made, and of little weight against cells that run now. */
    private static final JailLimits LIMITS =
            new JailLimits(4096 * MIB, 256, 0, 10, 64 * MIB, 512 * MIB, 256);

    private final ServerFolder folder;
    private final Starter starter;
    private final AotCaches caches;

    AotTrainer(ServerFolder folder, Starter starter, AotCaches caches) {
        this.folder = folder;
        this.starter = starter;
        this.caches = caches;
    }

    /** Makes and keeps a cache for this program, unless there is one. */
    void train(String kind, Program learners, Training training) throws IOException {
        if (caches.has(kind, learners)) {
            return;
        }
        Program program = learners.trusted();
        Path work = Files.createTempDirectory(folder.file(""), "training-");
        record(kind, program.with(new Aot(Aot.Mode.RECORD, work)), training);
        create(kind, program.with(new Aot(Aot.Mode.CREATE, work)));
        Path cache = Aot.cacheIn(work);
        use(kind, program.with(new Aot(Aot.Mode.REQUIRE, cache)));
        caches.keep(kind, learners, cache);
    }

    private void record(String kind, Program program, Training training) throws IOException {
        JailedJvm jail = starter.start(kind, program, LIMITS);
        try (jail) {
            Thread.ofVirtual().start(() -> drain(jail.raw()));
            training.run(jail);
            jail.connection().close();
            awaitEnd(jail.processes());
        }
    }

    private void create(String kind, Program program) throws IOException {
        JailProcess process = starter.run(kind, program, LIMITS);
        String written = new String(process.process().getInputStream().readNBytes(4096));
        End end = awaitEnd(process);
        if (end.exitStatus() != 0) {
            throw new IOException("Could not make a cache for " + kind + ": " + written);
        }
    }

    /** Fails if a JVM does not start from the cache. */
    private void use(String kind, Program program) throws IOException {
        starter.start(kind, program, LIMITS).close();
    }

    private static End awaitEnd(JailProcess process) throws IOException {
        try {
            return process.ended().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.kill();
            throw new IOException(process.name() + " did not end", e);
        }
    }

    private static void drain(InputStream raw) {
        try (raw) {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It was killed.
        }
    }
}
