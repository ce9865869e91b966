package dev.interleave.sandbox.jail;

import dev.interleave.wire.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts one JVM and waits until it has connected. Threading: any thread may start. */
final class Starter {

    /** How long a JVM may take to connect; long, because the machine may be overloaded. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(60);

    /** How much of what a JVM wrote before it failed is told. */
    private static final int QUOTED_BYTES = 4096;

    private static final String NOTHING =
            "it wrote nothing, as a JVM that crashes at its start does where no crash may be told";

    private final ServerFolder folder;
    private final Spawner spawner;
    private final Confinement confinement;
    private final Staging staging;
    private final Duration connectWithin;
    private final Started started = new Started();

    Starter(ServerFolder folder, Spawner spawner, Confinement confinement) {
        this(folder, spawner, confinement, CONNECT_WITHIN);
    }

    /** For tests, with another limit for connecting. */
    Starter(ServerFolder folder, Spawner spawner, Confinement confinement, Duration connectWithin) {
        this.connectWithin = connectWithin;
        this.folder = folder;
        this.spawner = spawner;
        this.confinement = confinement;
        this.staging = new Staging(folder);
    }

    JailedJvm start(String name, Program program, JailLimits limits) throws IOException {
        started.begin();
        try {
            return connect(name, program, limits);
        } finally {
            started.end();
        }
    }

    private JailedJvm connect(String name, Program program, JailLimits limits) throws IOException {
        long number = folder.nextNumber();
        String unique = name + "-" + number;
        try (ControlSocket socket = ControlSocket.listen(folder.file(unique))) {
            JailProcess jail = spawn(unique, number, program, limits, socket.path());
            return new JailedJvm(jail, accept(jail, socket));
        }
    }

    /** Starts a JVM that runs to its end without a control channel. */
    JailProcess run(String name, Program program, JailLimits limits) throws IOException {
        started.begin();
        try {
            long number = folder.nextNumber();
            Path nothing = Files.createFile(folder.file(name + "-" + number));
            return spawn(name + "-" + number, number, program, limits, nothing);
        } finally {
            started.end();
        }
    }

    /**
     * Kills what it has started, whether it has connected or not, and refuses to start more;
     * returns when all of it is gone.
     */
    void close() {
        started.close();
    }

    private JailProcess spawn(
            String name, long number, Program original, JailLimits limits, Path socket)
            throws IOException {
        Program program = staging.copy(original);
        confinement.user().give(socket, number);
        if (program.output().isPresent()) {
            confinement.user().give(program.output().get(), number);
        }
        Optional<Cgroups> cgroups = confinement.cgroups();
        if (cgroups.isEmpty()) {
            var command = confinement.command(number, program, limits, socket, List.of());
            Process process = start(command);
            return watched(new JailProcess(name, process, new ProcessTree(process.toHandle())));
        }
        CgroupLeaf leaf = cgroups.get().make(name, limits);
        try {
            var command = confinement.command(number, program, limits, socket, leaf.joinFiles());
            return watched(new JailProcess(name, start(command), leaf));
        } catch (IOException e) {
            leaf.gone();
            throw e;
        }
    }

    private JailProcess watched(JailProcess process) {
        started.spawned(process);
        return process;
    }

    private Process start(Command command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command.words())
                        .directory(folder.file("").toFile())
                        .redirectErrorStream(true);
        builder.environment().clear();
        Process process = spawner.start(builder);
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input());
        } catch (IOException e) {
            // It has ended already; what it has written tells why.
            return process;
        }
        return process;
    }

    private Connection accept(JailProcess jail, ControlSocket socket) throws IOException {
        CompletableFuture<Process> giveUp =
                jail.process()
                        .onExit()
                        .copy()
                        .orTimeout(connectWithin.toMillis(), TimeUnit.MILLISECONDS);
        giveUp.whenComplete((_, _) -> closeQuietly(socket));
        try {
            return new Connection(socket.accept());
        } catch (IOException e) {
            throw new IOException(whyNot(jail), e);
        } finally {
            giveUp.cancel(false);
        }
    }

    private String whyNot(JailProcess jail) throws IOException {
        String how =
                jail.process().isAlive()
                        ? "did not connect within " + connectWithin.toSeconds() + " s"
                        : "ended with status "
                                + jail.process().exitValue()
                                + " before it connected";
        String written = jail.written(QUOTED_BYTES);
        return "The jailed JVM "
                + jail.name()
                + " "
                + how
                + ": "
                + (written.isEmpty() ? NOTHING : written);
    }

    private static void closeQuietly(ControlSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
