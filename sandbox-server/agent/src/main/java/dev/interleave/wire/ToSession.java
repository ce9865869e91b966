package dev.interleave.wire;

import java.util.List;

/**
 * What the supervisor tells a session JVM.
 *
 * <p>{@code run} numbers the runs of cells in a session from 1; output and threads belong to the
 * run that started them.
 */
public sealed interface ToSession {

    int LOAD = 1;
    int BEGIN_RUN = 2;
    int INVOKE = 3;
    int READ_VARIABLE = 4;
    int END_RUN = 5;
    int STOP = 6;
    int END_THREADS = 7;
    int INPUT = 8;
    int PUBLISH = 9;
    int PING = 10;
    int TRACE = 11;

    /** Defines classes, replacing those of the same name for later loads. Not answered. */
    record Load(List<ClassFile> classes) implements ToSession {}

    /**
     * A cell begins; its output is bounded anew and {@code System.out}, {@code err} and {@code in}
     * are set again.
     */
    record BeginRun(long run) implements ToSession {}

    /**
     * What the threads of this run do is to be recorded, from now until its end; told by {@link
     * FromSession.Traced}.
     */
    record Trace(long run) implements ToSession {}

    /** Calls a static method without parameters; answered by {@link FromSession.Replied}. */
    record Invoke(long run, String className, String method) implements ToSession {}

    /** Reads a static field; answered by {@link FromSession.Replied}. */
    record ReadVariable(long run, String className, String field) implements ToSession {}

    /**
     * The cell is over; answered by {@link FromSession.RunEnded} after all of its output so far.
     */
    record EndRun(long run) implements ToSession {}

    /**
     * Ends the invocation of this run, now or as soon as one begins, together with every thread,
     * executor, timer and process that the run started. The invocation is answered by {@link
     * Reply.Stopped}, the stop itself by {@link FromSession.StopFinished}.
     */
    record Stop(long run) implements ToSession {}

    /**
     * Ends every thread, executor, timer and process that the runs up to and including this one
     * started and that still lives; answered by {@link FromSession.ThreadsEnded}.
     */
    record EndThreads(long run) implements ToSession {}

    /** Bytes for {@code System.in}; {@code end} closes it for this run. */
    record Input(byte[] bytes, boolean end) implements ToSession {}

    /**
     * Puts the value of a static field into the system properties object under this key, so that a
     * declaration can pick it up there; a null value removes the key. Answered by {@link
     * FromSession.Replied} with {@link Reply.Returned} of null.
     */
    record Publish(long run, String className, String field, String key) implements ToSession {}

    /**
     * Answered by {@link FromSession.Pong} from the thread that reads, whatever the learner's code
     * does.
     */
    record Ping(long number) implements ToSession {}

    static void write(WireWriter out, ToSession message) {
        switch (message) {
            case Load m -> out.begin(LOAD).list(m.classes, ClassFile::write);
            case BeginRun m -> out.begin(BEGIN_RUN).i64(m.run);
            case Invoke m -> out.begin(INVOKE).i64(m.run).text(m.className).text(m.method);
            case ReadVariable m ->
                    out.begin(READ_VARIABLE).i64(m.run).text(m.className).text(m.field);
            case EndRun m -> out.begin(END_RUN).i64(m.run);
            case Stop m -> out.begin(STOP).i64(m.run);
            case EndThreads m -> out.begin(END_THREADS).i64(m.run);
            case Input m -> out.begin(INPUT).bytes(m.bytes).bool(m.end);
            case Publish m ->
                    out.begin(PUBLISH).i64(m.run).text(m.className).text(m.field).text(m.key);
            case Trace m -> out.begin(TRACE).i64(m.run);
            case Ping m -> out.begin(PING).i64(m.number);
        }
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static ToSession read(int tag, WireReader in) throws WireException {
        ToSession message =
                switch (tag) {
                    case LOAD -> new Load(in.list(ClassFile::read));
                    case BEGIN_RUN -> new BeginRun(in.i64());
                    case INVOKE -> new Invoke(in.i64(), in.text(), in.text());
                    case READ_VARIABLE -> new ReadVariable(in.i64(), in.text(), in.text());
                    case END_RUN -> new EndRun(in.i64());
                    case STOP -> new Stop(in.i64());
                    case END_THREADS -> new EndThreads(in.i64());
                    case INPUT -> new Input(in.bytes(), in.bool());
                    case PUBLISH -> new Publish(in.i64(), in.text(), in.text(), in.text());
                    case TRACE -> new Trace(in.i64());
                    case PING -> new Ping(in.i64());
                    default -> throw new WireException("no message " + tag + " to a session");
                };
        return in.end(message);
    }
}
