package dev.interleave.compiler;

import dev.interleave.wire.Connection;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The other end of the wire: a compiler of its own, and the sessions' code run in this JVM. */
final class Supervisor implements AutoCloseable {

    private static final ToCompiler.Options OPTIONS =
            new ToCompiler.Options(true, List.of(), List.of());

    private final Path folder;
    private final Connection connection;
    private final WireReader reader;
    private final WireWriter writer = new WireWriter();
    private final Map<Integer, SessionJvm> jvms = new HashMap<>();
    private final List<ToCompiler.Declared> declared = new ArrayList<>();
    private long run;

    Supervisor() throws IOException {
        this(Steps.LIMIT);
    }

    Supervisor(Duration compileLimit) throws IOException {
        this(compileLimit, Assistant.LIMIT);
    }

    Supervisor(Duration compileLimit, Duration questionLimit) throws IOException {
        folder = Files.createTempDirectory("compiler");
        Path socket = folder.resolve("s");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> compile(socket, compileLimit, questionLimit));
            connection = new Connection(server.accept());
        }
        reader = new WireReader(connection.input());
        until(FromCompiler.Ready.class::isInstance);
    }

    private static void compile(Path socket, Duration limit, Duration questionLimit) {
        try (Connection compilers = Connection.to(socket)) {
            new Compiler(compilers.output(), limit, questionLimit).serve(compilers.input());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void open(int session) throws IOException {
        open(session, OPTIONS);
    }

    void open(int session, ToCompiler.Options options) throws IOException {
        jvms.putIfAbsent(session, new SessionJvm());
        send(new ToCompiler.Open(session, options));
        until(FromCompiler.Opened.class::isInstance);
    }

    /** Everything that the run tells, its end included. */
    List<FromCompiler> run(int session, String source) throws IOException {
        send(new ToCompiler.Evaluate(session, ++run, source));
        return until(FromCompiler.Evaluated.class::isInstance);
    }

    /** What the front ends were told to have declared so far. */
    List<ToCompiler.Declared> declared() {
        return List.copyOf(declared);
    }

    void forgetJvm(int session) {
        jvms.remove(session);
    }

    void send(ToCompiler message) throws IOException {
        ToCompiler.write(writer, message);
        writer.sendTo(connection.output());
        connection.output().flush();
    }

    /** Serves the compiler until a message of this kind comes. */
    List<FromCompiler> until(Predicate<FromCompiler> last) throws IOException {
        List<FromCompiler> messages = new ArrayList<>();
        while (true) {
            FromCompiler message = next();
            switch (message) {
                case FromCompiler.Load m -> jvms.get(m.session()).load(m);
                case FromCompiler.Invoke m -> send(new ToCompiler.Answer(m.session(), invoke(m)));
                case FromCompiler.Changed m -> declared.add(m.snippet());
                default -> messages.add(message);
            }
            if (last.test(message)) {
                return messages;
            }
        }
    }

    /** Reads on until a message of this kind comes, and leaves it unanswered. */
    void untilUnanswered(Predicate<FromCompiler> last) throws IOException {
        while (!last.test(next())) {}
    }

    private Reply invoke(FromCompiler.Invoke message) {
        return jvms.get(message.session()).invoke(message);
    }

    private FromCompiler next() throws IOException {
        int tag = reader.next();
        if (tag < 0) {
            throw new AssertionError("the compiler has ended");
        }
        return FromCompiler.read(tag, reader);
    }

    @Override
    public void close() throws IOException {
        connection.close();
        Files.deleteIfExists(folder.resolve("s"));
        Files.delete(folder);
    }
}
