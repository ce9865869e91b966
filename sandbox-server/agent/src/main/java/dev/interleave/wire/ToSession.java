package dev.interleave.wire;

import java.util.List;

/**
 * What the supervisor tells a session JVM.
 *
 * <p>{@code run} numbers the runs of cells in a session from 1; output and threads belong to the
 * run that started them.
 */
public sealed interface ToSession {

    /** Defines classes, replacing those of the same name for later loads. Not answered. */
    record Load(List<ClassFile> classes) implements ToSession {}

    /**
     * A cell begins; its output is bounded anew and {@code System.out}, {@code err} and {@code in}
     * are set again.
     */
    record BeginRun(long run) implements ToSession {}

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
            case Load m -> out.begin(1).list(m.classes, ClassFile::write);
            case BeginRun m -> out.begin(2).i64(m.run);
            case Invoke m -> out.begin(3).i64(m.run).text(m.className).text(m.method);
            case ReadVariable m -> out.begin(4).i64(m.run).text(m.className).text(m.field);
            case EndRun m -> out.begin(5).i64(m.run);
            case Stop m -> out.begin(6).i64(m.run);
            case EndThreads m -> out.begin(7).i64(m.run);
            case Input m -> out.begin(8).bytes(m.bytes).bool(m.end);
            case Publish m -> out.begin(9).i64(m.run).text(m.className).text(m.field).text(m.key);
            case Ping m -> out.begin(10).i64(m.number);
        }
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static ToSession read(int tag, WireReader in) throws WireException {
        ToSession message =
                switch (tag) {
                    case 1 -> new Load(in.list(ClassFile::read));
                    case 2 -> new BeginRun(in.i64());
                    case 3 -> new Invoke(in.i64(), in.text(), in.text());
                    case 4 -> new ReadVariable(in.i64(), in.text(), in.text());
                    case 5 -> new EndRun(in.i64());
                    case 6 -> new Stop(in.i64());
                    case 7 -> new EndThreads(in.i64());
                    case 8 -> new Input(in.bytes(), in.bool());
                    case 9 -> new Publish(in.i64(), in.text(), in.text(), in.text());
                    case 10 -> new Ping(in.i64());
                    default -> throw new WireException("no message " + tag + " to a session");
                };
        return in.end(message);
    }
}
