package dev.interleave.sandbox.jail;

import dev.interleave.wire.Connection;
import dev.interleave.wire.OwnTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The processes of a jail with the control channel to its JVM. */
record JailedJvm(JailProcess processes, Connection connection) implements Jail {

    @Override
    public String name() {
        return processes.name();
    }

    @Override
    public InputStream in() {
        return connection.input();
    }

    @Override
    public OutputStream out() {
        return connection.output();
    }

    @Override
    public InputStream raw() {
        return processes.process().getInputStream();
    }

    @Override
    public long pid() {
        return processes.process().pid();
    }

    @Override
    public void kill() {
        processes.kill();
    }

    @Override
    public CompletableFuture<End> ended() {
        return processes.ended();
    }

    @Override
    public long memoryBytes() {
        try {
            return processes.group().memoryBytes();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public long cpuNanos() {
        try {
            return processes.group().cpuNanos();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public OwnTime ownTime() {
        return new OwnTime(taskFolders());
    }

    private List<Path> taskFolders() {
        try {
            return processes.group().members().stream()
                    .map(pid -> Path.of("/proc", Long.toString(pid), "task"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        kill();
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
