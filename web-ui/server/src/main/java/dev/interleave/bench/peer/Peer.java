package dev.interleave.bench.peer;

import dev.interleave.bench.WrongResult;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A JVM in which JShell runs on one {@link Engine}.
 *
 * <p>Threading: one thread at a time.
 */
public final class Peer implements AutoCloseable {

    private final Engine engine;
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Peer(Engine engine, Process process) {
        this.engine = engine;
        this.process = process;
        this.in = new DataInputStream(process.getInputStream());
        this.out = new DataOutputStream(process.getOutputStream());
    }

    /**
     * Starts the JVM, with the least heap that compilers of the product have.
     *
     * @throws IOException if it cannot be started
     */
    public static Peer start(Engine engine, Path jdk) throws IOException {
        var process =
                new ProcessBuilder(
                                jdk.resolve("bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xms384m",
                                "-Xmn256m",
                                "-Xmx1024m",
                                "--enable-preview",
                                "-cp",
                                classPath(),
                                PeerProgram.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Peer(engine, process);
    }

    private static String classPath() throws IOException {
        try {
            var code = PeerProgram.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(code.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    public String name() {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    /** Begins with a new shell, and returns how many milliseconds it took to make it. */
    public double open() throws IOException, WrongResult {
        return ask(PeerProgram.OPEN, engine.name());
    }

    /** Begins with a new shell on the floor: it warms up the same compiler in less time. */
    public void openOnFloor() throws IOException, WrongResult {
        ask(PeerProgram.OPEN, Engine.FLOOR.name());
    }

    /** Evaluates a source, and returns how many milliseconds it took. */
    public double evaluate(String source) throws IOException, WrongResult {
        return ask(PeerProgram.EVALUATE, source);
    }

    private double ask(int command, String argument) throws IOException, WrongResult {
        out.writeByte(command);
        out.writeUTF(argument);
        out.flush();
        var nanos = in.readLong();
        var problem = in.readUTF();
        if (!problem.isEmpty()) {
            throw new WrongResult(name() + " said to \"" + argument + "\": " + problem);
        }
        return nanos / 1e6;
    }

    /** Ends the JVM and what it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
