package dev.interleave.sandbox.jail;

import dev.interleave.wire.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process with its connected control channel. */
final class JailedJvm implements Jail {

    private final String name;
    private final Process process;
    private final Connection connection;
    private final CompletableFuture<End> ended;
    private volatile boolean killed;

    JailedJvm(String name, Process process, Connection connection) {
        this.name = name;
        this.process = process;
        this.connection = connection;
        this.ended = process.onExit().thenApply(p -> new End(p.exitValue(), killed, false));
    }

    @Override
    public String name() {
        return name;
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
        return process.getInputStream();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void kill() {
        killed = true;
        process.destroyForcibly();
    }

    @Override
    public CompletableFuture<End> ended() {
        return ended.copy();
    }

    @Override
    public long memoryBytes() {
        return 0;
    }

    @Override
    public long cpuNanos() {
        return process.descendants()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos();
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
