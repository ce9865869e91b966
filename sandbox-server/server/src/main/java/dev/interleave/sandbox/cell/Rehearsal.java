package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a compiler and a session JVM do once what is typical, while they are watched, so that later
 * ones start faster. The compiler goes first; what it asks of a session is what the session then
 * does.
 */
final class Rehearsal {

    private static final int FRONT_END = 1;
    private static final long RUN = 1;

    private static final List<String> CELLS =
            List.of(
                    "1 + 1",
                    "int count = 20;",
                    "var names = List.of(\"a\", \"b\");",
                    "int twice(int n) { return 2 * n; }",
                    "record Point(int x, int y) {}",
                    "System.out.println(\"Hello, \" + twice(count));",
                    "for (int i = 0; i < 3; i++) { System.out.print(i); }",
                    "names.stream().map(String::toUpperCase).toList()",
                    "Thread.ofVirtual().start(() -> System.out.println(\"virtual\")).join();",
                    """
                    try (var tasks = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                        tasks.submit(() -> count).get();
                    }
                    """);

    private final CellLimits limits;
    private final List<ToSession> asked = new ArrayList<>();

    Rehearsal(CellLimits limits) {
        this.limits = limits;
    }

    /** Does nothing where it was done for this build before. */
    void with(Jails jails) throws IOException {
        JailSpec compiler = new JailSpec("rehearsal", Role.COMPILER, Profile.DEFAULT);
        jails.train(compiler, this::compile);
        JailSpec session = WorkerMaker.spec(jails, "rehearsal", Profile.DEFAULT, limits);
        jails.train(session, this::run);
    }

    private void compile(Jail jail) throws IOException {
        WireReader in = new WireReader(jail.in());
        send(jail, ToCompiler::write, new ToCompiler.Open(FRONT_END, options()));
        int next = 0;
        while (true) {
            switch (FromCompiler.read(tag(in), in)) {
                case FromCompiler.Opened _, FromCompiler.Evaluated _ -> {
                    if (next == CELLS.size()) {
                        return;
                    }
                    String source = CELLS.get(next++);
                    var cell = new ToCompiler.Evaluate(FRONT_END, RUN, source);
                    send(jail, ToCompiler::write, cell);
                }
                case FromCompiler.Load m -> asked.add(new ToSession.Load(m.classes()));
                case FromCompiler.Invoke m -> {
                    asked.add(new ToSession.Invoke(RUN, m.className(), m.method()));
                    answer(jail);
                }
                case FromCompiler.ReadVariable m -> {
                    asked.add(new ToSession.ReadVariable(RUN, m.className(), m.field()));
                    answer(jail);
                }
                case FromCompiler.Publish _ -> answer(jail);
                default -> {}
            }
        }
    }

    private static ToCompiler.Options options() {
        return WorkerMaker.options(Profile.DEFAULT);
    }

    private static void answer(Jail jail) throws IOException {
        var answer = new ToCompiler.Answer(FRONT_END, new Reply.Returned("0"));
        send(jail, ToCompiler::write, answer);
    }

    private void run(Jail jail) throws IOException {
        WireReader in = new WireReader(jail.in());
        FromSession.read(tag(in), in);
        send(jail, ToSession::write, new ToSession.BeginRun(RUN));
        for (ToSession message : asked) {
            send(jail, ToSession::write, message);
            if (!(message instanceof ToSession.Load)) {
                await(FromSession.Replied.class, in);
            }
        }
        send(jail, ToSession::write, new ToSession.EndRun(RUN));
        await(FromSession.RunEnded.class, in);
    }

    private static void await(Class<? extends FromSession> kind, WireReader in) throws IOException {
        while (!kind.isInstance(FromSession.read(tag(in), in))) {
            // Output comes in between.
        }
    }

    private static int tag(WireReader in) throws IOException {
        int tag = in.next();
        if (tag < 0) {
            throw new IOException("The JVM ended in its rehearsal");
        }
        return tag;
    }

    private static <M> void send(Jail jail, Channel.Encoder<M> encoder, M message)
            throws IOException {
        WireWriter out = new WireWriter();
        encoder.write(out, message);
        out.sendTo(jail.out());
        jail.out().flush();
    }
}
