package dev.interleave.agent;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.Connection;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real agent in a JVM of its own, without a jail, and the supervisor's end of its connection. */
final class TestAgent implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(240);

    private final List<FromSession> received = new ArrayList<>();
    private final WireWriter writer = new WireWriter();
    private final Path directory;
    private final Process process;
    private final Connection connection;
    private boolean ended;
    private long run;
    private int cells;

    /** With a patience that a busy machine does not exhaust. */
    TestAgent() {
        this(List.of(), "stop=20000");
    }

    TestAgent(List<String> jvmFlags, String... limits) {
        try {
            directory = Files.createTempDirectory("agent");
            Path socket = directory.resolve("socket");
            try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                listener.bind(UnixDomainSocketAddress.of(socket));
                process = start(socket, jvmFlags, limits);
                connection = new Connection(listener.accept());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::receive);
    }

    private Process start(Path socket, List<String> jvmFlags, String... limits) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-Xss512k", "-Xrs"));
        command.addAll(List.of("--enable-preview", "--sun-misc-unsafe-memory-access=deny"));
        command.addAll(jvmFlags);
        command.addAll(AgentFlags.access());
        command.addAll(AgentFlags.main(classes(), socket.toString(), limits));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(raw().toFile())
                .start();
    }

    private static String classes() {
        return Path.of(
                        java.net.URI.create(
                                AgentMain.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    private void receive() {
        try {
            var in = new WireReader(connection.input());
            int tag = in.next();
            while (tag >= 0) {
                add(FromSession.read(tag, in));
                tag = in.next();
            }
        } catch (IOException e) {
            // The process was killed: the tests see that nothing more comes.
        } finally {
            end();
        }
    }

    private synchronized void add(FromSession message) {
        received.add(message);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void send(ToSession message) {
        try {
            ToSession.write(writer, message);
            writer.sendTo(connection.output());
            connection.output().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a run of a cell and returns its number. */
    long begin(String body) {
        return begin(body, "");
    }

    long begin(String body, String members) {
        String name = "Cell" + ++cells;
        send(new ToSession.BeginRun(++run));
        send(new ToSession.Load(Cells.cell(name, body, members)));
        send(new ToSession.Invoke(run, name, "run"));
        return run;
    }

    /** Begins a run whose threads are recorded. */
    long beginTraced(String body, String members) {
        String name = "Cell" + ++cells;
        send(new ToSession.BeginRun(++run));
        send(new ToSession.Trace(run));
        send(new ToSession.Load(Cells.cell(name, body, members)));
        send(new ToSession.Invoke(run, name, "run"));
        return run;
    }

    /** What the class of the next cell is called. */
    String nextCell() {
        return "Cell" + (cells + 1);
    }

    void load(List<ClassFile> classes) {
        send(new ToSession.Load(classes));
    }

    /** Runs a cell to its end and says how it ended. */
    Reply run(String body) {
        return run(body, "");
    }

    Reply run(String body, String members) {
        long number = begin(body, members);
        Reply reply = reply(number);
        endRun(number);
        return reply;
    }

    /** What a static field holds, read in a run of its own. */
    Reply read(String className, String field) {
        send(new ToSession.BeginRun(++run));
        send(new ToSession.ReadVariable(run, className, field));
        Reply reply = reply(run);
        endRun(run);
        return reply;
    }

    Reply reply(long number) {
        return await(FromSession.Replied.class, m -> m.run() == number).reply();
    }

    FromSession.RunEnded endRun(long number) {
        send(new ToSession.EndRun(number));
        return await(FromSession.RunEnded.class, m -> m.run() == number);
    }

    /** Stops a run and says how many would not end. */
    int stop(long number) {
        send(new ToSession.Stop(number));
        return await(FromSession.StopFinished.class, m -> m.run() == number).remaining();
    }

    int endThreads(long number) {
        send(new ToSession.EndThreads(number));
        return await(FromSession.ThreadsEnded.class, m -> m.run() == number).remaining();
    }

    /** Waits until everything of a run that is being stopped has ended, or the JVM has. */
    boolean finishes(long number) {
        try {
            return await(FromSession.StopFinished.class, m -> m.run() == number).remaining() == 0;
        } catch (AssertionError e) {
            if (process.isAlive()) {
                throw e;
            }
            return false;
        }
    }

    /** Waits for the first message of this kind that fits. */
    synchronized <T extends FromSession> T await(Class<T> type, Predicate<T> fits) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (true) {
            for (FromSession message : received) {
                if (type.isInstance(message) && fits.test(type.cast(message))) {
                    return type.cast(message);
                }
            }
            long left = deadline - System.nanoTime();
            if (ended || left <= 0) {
                throw new AssertionError(
                        (ended ? "ended" : "timed out")
                                + " without "
                                + type.getSimpleName()
                                + " after "
                                + received
                                + raw(100));
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    synchronized <T extends FromSession> List<T> all(Class<T> type) {
        return received.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a run has printed so far, both streams. */
    String output(long number) {
        var text = new StringBuilder();
        for (FromSession.Output output : all(FromSession.Output.class)) {
            if (output.run() == number) {
                text.append(output.text());
            }
        }
        return text.toString();
    }

    /** Waits until a run has printed this. */
    void awaitOutput(long number, String text) {
        await(FromSession.Output.class, _ -> output(number).contains(text));
    }

    /** What came out of the process itself. */
    private Path raw() {
        return directory.resolve("raw");
    }

    String raw(int lines) {
        try (var text = Files.lines(raw())) {
            return String.join("\n", text.limit(lines).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    int exitCode() {
        try {
            if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the agent does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
        try {
            connection.close();
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
