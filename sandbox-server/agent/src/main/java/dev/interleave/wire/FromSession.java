package dev.interleave.wire;

import java.util.List;

/** What a session JVM tells the supervisor. */
public sealed interface FromSession {

    /**
     * The JVM is up; nothing of the learner's has been loaded. Always the first message, sent once.
     */
    record Hello(int protocol) implements FromSession {}

    /**
     * Text that a thread wrote. {@code thread} is its name as shown: {@code main} for the cell's
     * own, {@code virtual #ID} for a virtual thread without a name, null where it is not known. A
     * character is never split over two messages.
     */
    record Output(long run, boolean error, String thread, String text) implements FromSession {}

    /**
     * From here on this many more bytes of the run were not sent; sent at most once a run, before
     * its tail.
     */
    record Omitted(long run, boolean error, long bytes) implements FromSession {}

    /** Answers an invocation. */
    record Replied(long run, Reply reply) implements FromSession {}

    /**
     * The run went over a limit that the session JVM watches itself; it is being stopped as by
     * {@link ToSession.Stop}. Sent at most once a run and limit.
     */
    record OverLimit(long run, Limit limit) implements FromSession {}

    /**
     * Answers {@link ToSession.EndRun}: the threads that the run leaves behind, at most 200 of them
     * listed.
     */
    record RunEnded(long run, int threadCount, List<ThreadInfo> threads) implements FromSession {}

    /**
     * Follows each stop of a run, one that was asked for by {@link ToSession.Stop} as one after
     * {@link OverLimit}: at once when everything is gone, after a second otherwise. {@code
     * remaining} counts the threads and processes that would not end, the one of an invocation
     * included; such a session JVM should be replaced.
     */
    record StopFinished(long run, int remaining) implements FromSession {}

    /** Answers {@link ToSession.EndThreads}: how many would not end within a second. */
    record ThreadsEnded(long run, int remaining) implements FromSession {}

    /** A thread of the run waits for input and there is none. */
    record WantsInput(long run) implements FromSession {}

    record Pong(long number) implements FromSession {}

    /** A limit that the session JVM can see for itself. */
    enum Limit {
        MEMORY,
        THREADS,
        PROCESSES,
        OUTPUT,
        DISK
    }

    static void write(WireWriter out, FromSession message) {
        switch (message) {
            case Hello m -> out.begin(1).i32(m.protocol);
            case Output m -> out.begin(2).i64(m.run).bool(m.error).text(m.thread).text(m.text);
            case Omitted m -> out.begin(3).i64(m.run).bool(m.error).i64(m.bytes);
            case Replied m -> Reply.write(out.begin(4).i64(m.run), m.reply);
            case OverLimit m -> out.begin(5).i64(m.run).u8(m.limit.ordinal());
            case RunEnded m ->
                    out.begin(6).i64(m.run).i32(m.threadCount).list(m.threads, ThreadInfo::write);
            case ThreadsEnded m -> out.begin(7).i64(m.run).i32(m.remaining);
            case WantsInput m -> out.begin(8).i64(m.run);
            case Pong m -> out.begin(9).i64(m.number);
            case StopFinished m -> out.begin(10).i64(m.run).i32(m.remaining);
        }
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static FromSession read(int tag, WireReader in) throws WireException {
        FromSession message =
                switch (tag) {
                    case 1 -> new Hello(in.i32());
                    case 2 -> new Output(in.i64(), in.bool(), in.text(), in.text());
                    case 3 -> new Omitted(in.i64(), in.bool(), in.i64());
                    case 4 -> new Replied(in.i64(), Reply.read(in));
                    case 5 -> new OverLimit(in.i64(), in.constant(Limit.values()));
                    case 6 -> new RunEnded(in.i64(), in.i32(), in.list(ThreadInfo::read));
                    case 7 -> new ThreadsEnded(in.i64(), in.i32());
                    case 8 -> new WantsInput(in.i64());
                    case 9 -> new Pong(in.i64());
                    case 10 -> new StopFinished(in.i64(), in.i32());
                    default -> throw new WireException("no message " + tag + " from a session");
                };
        return in.end(message);
    }
}
