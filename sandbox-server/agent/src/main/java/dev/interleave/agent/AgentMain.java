package dev.interleave.agent;

import dev.interleave.wire.Connection;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Wire;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Starts the agent. The arguments are the path of the supervisor's socket and settings of {@link
 * AgentLimits}.
 */
public final class AgentMain {

    private AgentMain() {}

    public static void main(String[] args) throws Exception {
        NativeAccess.deny();
        Connection connection = Supervisor.connect(Path.of(args[0]));
        AgentLimits limits = AgentLimits.of(Arrays.copyOfRange(args, 1, args.length));
        start(connection, limits).run();
    }

    /** Everything but the cell's thread, which the JVM's main thread becomes. */
    private static CellLoop start(Connection connection, AgentLimits limits) {
        var reserve = new MemoryReserve();
        var sender = new Sender(connection.output(), limits, reserve);
        var runs = new Runs(limits, sender);
        var input = new CellInput(runs, sender);
        var classes = new LearnerClasses(ClassLoader.getSystemClassLoader());
        var tracer = new Tracer(sender, classes, reserve);
        var cells = new CellLoop(classes, runs, sender, tracer, reserve);
        var reaper = new Reaper(limits, runs, cells, classes, tracer, sender, reserve);
        var streams = new Streams(runs, tracer, input);
        var reader =
                new Reader(
                        connection.input(),
                        classes,
                        runs,
                        cells,
                        input,
                        streams,
                        reaper,
                        tracer,
                        sender,
                        reserve);
        streams.set();
        Screen.of(runs);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtExceptions(runs));
        Runtime.getRuntime().addShutdownHook(new ExitHook(sender, reserve));
        sender.send(new FromSession.Hello(Wire.PROTOCOL));
        sender.start(runs, input, reaper);
        reader.start();
        reaper.start();
        return cells;
    }
}
