package dev.interleave.agent;

import dev.interleave.wire.ExitCode;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * The only thread that reads from the supervisor. It hands on what takes time, so that it always
 * answers; and it does not build the records of {@link ToSession}, so that what is needed to stop a
 * run takes no memory.
 */
final class Reader extends AgentThread {

    private final WireReader in;
    private final LearnerClasses classes;
    private final Runs runs;
    private final CellLoop cells;
    private final CellInput input;
    private final Streams streams;
    private final Reaper reaper;
    private final Tracer tracer;
    private final Sender sender;
    private final MemoryReserve reserve;

    Reader(
            InputStream in,
            LearnerClasses classes,
            Runs runs,
            CellLoop cells,
            CellInput input,
            Streams streams,
            Reaper reaper,
            Tracer tracer,
            Sender sender,
            MemoryReserve reserve) {
        super("reader", reserve);
        this.in = new WireReader(in);
        this.classes = classes;
        this.runs = runs;
        this.cells = cells;
        this.input = input;
        this.streams = streams;
        this.reaper = reaper;
        this.tracer = tracer;
        this.sender = sender;
        this.reserve = reserve;
    }

    @Override
    void work() {
        try {
            int tag = in.next();
            while (tag >= 0) {
                handleInAnyCase(tag);
                tag = in.next();
            }
            // What is recorded for a cache would else end in the midst of preparing, and JDK 25
            // makes a cache of it that crashes whoever starts from it.
            reaper.awaitReady();
            Exit.with(ExitCode.CLOSED);
        } catch (IOException e) {
            Exit.with(ExitCode.PROTOCOL);
        } catch (OutOfMemoryError e) {
            // The rest of the frame that did not fit cannot be found again.
            Exit.with(ExitCode.OUT_OF_MEMORY);
        }
    }

    private void handleInAnyCase(int tag) throws IOException {
        while (true) {
            try {
                handle(tag);
                return;
            } catch (OutOfMemoryError e) {
                surviveOutOfMemory();
                in.again();
            }
        }
    }

    private void handle(int tag) throws IOException {
        switch (tag) {
            case ToSession.LOAD -> load();
            case ToSession.BEGIN_RUN -> beginRun(in.i64());
            case ToSession.TRACE -> tracer.begin(in.i64());
            case ToSession.INVOKE -> add(Invocation.Kind.INVOKE, in.i64());
            case ToSession.READ_VARIABLE -> add(Invocation.Kind.READ, in.i64());
            case ToSession.PUBLISH -> add(Invocation.Kind.PUBLISH, in.i64());
            case ToSession.END_RUN -> endRun(in.i64());
            case ToSession.STOP -> stop(in.i64());
            case ToSession.END_THREADS -> reaper.endThreads(in.i64());
            case ToSession.INPUT -> input.add(in.bytes(), in.bool());
            case ToSession.PING -> sender.send(new FromSession.Pong(in.i64()));
            default -> Exit.with(ExitCode.PROTOCOL);
        }
    }

    private void load() throws IOException {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            classes.add(in.text(), in.bytes());
        }
    }

    private void beginRun(long number) {
        reaper.awaitReady();
        leaveIfHeapIsFull();
        runs.begin(number);
        streams.set();
    }

    /** A run that has filled the heap answers for it, and not the one after it. */
    private void endRun(long number) {
        leaveIfHeapIsFull();
        reaper.endRun(number);
    }

    private void leaveIfHeapIsFull() {
        if (runs.current().hasMet(Limit.MEMORY) && !reserve.refill()) {
            Exit.with(ExitCode.OUT_OF_MEMORY);
        }
    }

    private void add(Invocation.Kind kind, long number) throws IOException {
        Run run = runs.find(number);
        String className = in.text();
        String member = in.text();
        String key = kind == Invocation.Kind.PUBLISH ? in.text() : null;
        cells.add(new Invocation(kind, run == null ? runs.current() : run, className, member, key));
    }

    private void stop(long number) {
        Run run = runs.find(number);
        if (run == null) {
            sender.send(new FromSession.StopFinished(number, 0));
        } else {
            run.stop();
            reaper.stop(run);
        }
    }
}
