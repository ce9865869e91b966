package dev.interleave.compiler;

import dev.interleave.wire.Connection;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.Wire;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The program of the compiler jail: serves the supervisor on a unix domain socket until that is
 * closed.
 */
public final class Compiler {

    /** javac recurses as deep as its input nests. */
    private static final long STACK_BYTES = 8 << 20;

    /** More than one, so that a snippet that takes for ever does not hold up all others. */
    private static final int TURNS_PER_PROCESSOR = 4;

    private static final String CPU = "cpu=";
    private static final String WARM_UP = "warm-up=";

    private final Outbox out;
    private final PlatformTypes platform = PlatformTypes.read();
    private final Steps steps;
    private final CpuWatch cpu;
    private final HeapUse heap = new HeapUse();
    private final MemoryWatch memory;
    private final Assistant assistant;
    private final ThreadPoolExecutor threads = threads();
    private final Turns turns =
            new Turns(TURNS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    private final Map<Integer, FrontEnd> frontEnds = new ConcurrentHashMap<>();
    private final Map<ToCompiler.Options, Lanes> lanes = new HashMap<>();

    /**
     * @param compileLimit processor time that a snippet may take
     * @param questionLimit processor time that an editor's question may take
     */
    Compiler(OutputStream supervisor, Duration compileLimit, Duration questionLimit) {
        out = new Outbox(supervisor);
        steps = new Steps(compileLimit);
        cpu = new CpuWatch(out, steps);
        memory = new MemoryWatch(out, steps, frontEnds.values(), new HeapBudget(heap.most()));
        assistant =
                new Assistant(out, platform, steps, new Budget(questionLimit), memory::outOfMemory);
    }

    /**
     * Serves the supervisor that listens on the socket of this path.
     *
     * @param arguments the path; {@code cpu=} with the milliseconds of processor time that a step
     *     may take if they are not the usual ones; {@code warm-up=} with how often it compiles
     *     typical cells, once before it is ready and then while there is nothing to do; once if it
     *     is not said, and with 0 not at all, for who has only a few cells
     */
    public static void main(String[] arguments) throws IOException {
        List<String> settings = List.of(arguments);
        Duration limit = number(CPU, settings).map(Duration::ofMillis).orElse(Steps.LIMIT);
        int rounds = number(WARM_UP, settings).orElse(1L).intValue();
        try (Connection connection = Connection.to(Path.of(arguments[0]))) {
            Compiler compiler = new Compiler(connection.output(), limit, Assistant.LIMIT);
            compiler.warmUp(rounds);
            compiler.serve(connection.input());
        }
        System.exit(0);
    }

    private static Optional<Long> number(String name, List<String> settings) {
        return settings.stream()
                .filter(setting -> setting.startsWith(name))
                .map(setting -> Long.valueOf(setting.substring(name.length())))
                .findFirst();
    }

    /** Once now, and the other rounds while there is nothing to do. */
    void warmUp(int rounds) {
        if (rounds > 0) {
            WarmUp warmUp = new WarmUp(platform, lanes(WarmUp.OPTIONS));
            warmUp.once();
            warmUp.goOn(rounds - 1, () -> threads.getActiveCount() > 0);
        }
    }

    /** Handles messages until the stream ends. */
    void serve(InputStream supervisor) throws IOException {
        cpu.start();
        memory.start(heap);
        assistant.start(STACK_BYTES);
        out.send(new FromCompiler.Ready(Wire.PROTOCOL));
        WireReader reader = new WireReader(supervisor);
        for (int tag = reader.next(); tag >= 0; tag = reader.next()) {
            handle(ToCompiler.read(tag, reader));
        }
        frontEnds.values().forEach(FrontEnd::drop);
        threads.shutdown();
    }

    private void handle(ToCompiler message) {
        switch (message) {
            case ToCompiler.Open m -> open(m);
            case ToCompiler.Evaluate m -> with(m.session(), f -> evaluate(m, f));
            case ToCompiler.Answer m -> with(m.session(), f -> f.answer(m.reply()));
            case ToCompiler.Rebuild m -> with(m.session(), f -> f.rebuild(m));
            case ToCompiler.Evict m -> with(m.session(), FrontEnd::evict);
            case ToCompiler.Drop m -> drop(m.session());
            case ToCompiler.Complete m -> with(m.session(), f -> assistant.ask(m, f));
            case ToCompiler.Document m -> with(m.session(), f -> assistant.ask(m, f));
            case ToCompiler.Check m -> with(m.session(), f -> assistant.ask(m, f));
        }
    }

    private void evaluate(ToCompiler.Evaluate message, FrontEnd frontEnd) {
        assistant.giveUp(frontEnd);
        frontEnd.evaluate(message);
    }

    private void open(ToCompiler.Open message) {
        drop(message.session());
        Lanes own = lanes(message.options());
        FrontEnd.Shared shared =
                new FrontEnd.Shared(out, platform, own, steps, memory::outOfMemory);
        FrontEnd frontEnd =
                new FrontEnd(
                        message.session(),
                        message.options(),
                        shared,
                        new SerialQueue(threads, turns));
        frontEnds.put(message.session(), frontEnd);
        frontEnd.open();
    }

    private Lanes lanes(ToCompiler.Options options) {
        return lanes.computeIfAbsent(options, o -> new Lanes(o, platform));
    }

    private void drop(int session) {
        FrontEnd frontEnd = frontEnds.remove(session);
        if (frontEnd != null) {
            frontEnd.drop();
        }
    }

    /** A message for a front end that was dropped is late, not wrong. */
    private void with(int session, Consumer<FrontEnd> action) {
        FrontEnd frontEnd = frontEnds.get(session);
        if (frontEnd != null) {
            action.accept(frontEnd);
        }
    }

    /** Platform threads with a deep stack, as many as front ends are at work. */
    private static ThreadPoolExecutor threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform()
                        .name("front-end-", 1)
                        .stackSize(STACK_BYTES)
                        .daemon()
                        .factory());
    }
}
