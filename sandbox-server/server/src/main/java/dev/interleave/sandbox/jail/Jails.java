package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation;
import dev.interleave.wire.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Starts JVMs in jails; one for the whole server. Closing it kills everything that it started.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Jails implements AutoCloseable {

    /** How long a JVM may take to connect; long, because the machine may be overloaded. */
    private static final long CONNECT_SECONDS = 60;

    private static final int QUOTED_BYTES = 4096;

    private final JailSettings settings;
    private final Bubblewrap bubblewrap;
    private final Path folder;
    private final Spawner spawner = new Spawner();
    private final AtomicLong count = new AtomicLong();
    private final Set<Jail> live = ConcurrentHashMap.newKeySet();

    private Jails(JailSettings settings, Bubblewrap bubblewrap, Path folder) {
        this.settings = settings;
        this.bubblewrap = bubblewrap;
        this.folder = folder;
    }

    /** Finds out what this machine offers. */
    public static Jails open(JailSettings settings) {
        try {
            Path folder = Files.createTempDirectory("interleave-");
            Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost cell\n");
            Bubblewrap bubblewrap =
                    new Bubblewrap(
                            Path.of("/usr/bin/bwrap"),
                            settings.jdk().toRealPath(),
                            SharedLibraries.neededBy(settings.jdk().toRealPath()),
                            hosts);
            return new Jails(settings, bubblewrap, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How well the jails isolate on this machine. */
    public Isolation isolation() {
        return new Isolation(true, List.of());
    }

    /**
     * Starts a JVM and waits until it has connected its control channel.
     *
     * @throws IOException if it cannot be started, ends or does not connect in time; the message
     *     quotes what it wrote
     */
    public Jail start(JailSpec spec) throws IOException {
        return start(spec.name(), Program.of(spec, settings.app()), spec.limits());
    }

    Jail start(String name, Program program, JailLimits limits) throws IOException {
        Path path = folder.resolve("s" + count.incrementAndGet());
        try (ControlSocket socket = ControlSocket.listen(path)) {
            Process process =
                    spawner.start(
                            new ProcessBuilder(bubblewrap.command(program, limits, path))
                                    .redirectErrorStream(true)
                                    .redirectInput(
                                            ProcessBuilder.Redirect.from(
                                                    Path.of("/dev/null").toFile())));
            Connection connection = new Connection(accept(name, socket, process));
            JailedJvm jail = new JailedJvm(name, process, connection);
            live.add(jail);
            jail.ended().thenRun(() -> live.remove(jail));
            return jail;
        }
    }

    private static SocketChannel accept(String name, ControlSocket socket, Process process)
            throws IOException {
        CompletableFuture<Process> tooLate =
                process.onExit().copy().orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS);
        tooLate.whenComplete((_, _) -> closeQuietly(socket));
        try {
            return socket.accept();
        } catch (IOException e) {
            throw new IOException(notConnected(name, process), e);
        } finally {
            tooLate.cancel(false);
        }
    }

    private static void closeQuietly(ControlSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String notConnected(String name, Process process) throws IOException {
        String how =
                process.isAlive()
                        ? "did not connect within " + CONNECT_SECONDS + " s"
                        : "ended with status " + process.exitValue() + " before it connected";
        process.destroyForcibly();
        String written = new String(process.getInputStream().readNBytes(QUOTED_BYTES));
        return "The jailed JVM " + name + " " + how + (written.isBlank() ? "" : ": " + written);
    }

    @Override
    public void close() {
        live.forEach(Jail::close);
        spawner.close();
    }
}
