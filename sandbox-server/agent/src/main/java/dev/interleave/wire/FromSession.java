package dev.interleave.wire;

import java.util.List;

/** What a session JVM tells the supervisor. */
public sealed interface FromSession {

    int OUTPUT = 2;
    int OVER_LIMIT = 5;
    int WANTS_INPUT = 8;
    int SHOWN = 12;

    /** Writes this message as a frame. */
    void writeTo(WireWriter out);

    /**
     * The JVM is up; nothing of the learner's has been loaded. Always the first message, sent once.
     */
    record Hello(int protocol) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(1).i32(protocol);
        }
    }

    /**
     * Text that a thread wrote. {@code thread} is its name as shown: {@code main} for the cell's
     * own, {@code virtual #ID} for a virtual thread without a name, null where it is not known. A
     * character is never split over two messages.
     */
    record Output(long run, boolean error, String thread, String text) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(OUTPUT).i64(run).bool(error).text(thread).text(text);
        }
    }

    /**
     * From here on this many more bytes of the run were not sent; sent at most once a run, before
     * its tail. {@code error} tells the stream of the first of them.
     */
    record Omitted(long run, boolean error, long bytes) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(3).i64(run).bool(error).i64(bytes);
        }
    }

    /** Answers an invocation. */
    record Replied(long run, Reply reply) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            reply.writeTo(out.begin(4).i64(run));
        }
    }

    /**
     * The run went over a limit that the session JVM watches itself; it is being stopped as by
     * {@link ToSession.Stop}. Sent at most once a run and limit.
     */
    record OverLimit(long run, Limit limit) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(OVER_LIMIT).i64(run).u8(limit.ordinal());
        }
    }

    /**
     * Answers {@link ToSession.EndRun}: the threads that the run leaves behind, at most {@link
     * Wire#MAX_THREADS} of them listed.
     */
    record RunEnded(long run, int threadCount, List<ThreadInfo> threads) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(6).i64(run).i32(threadCount).i32(threads.size());
            for (ThreadInfo thread : threads) {
                ThreadInfo.write(out, thread);
            }
        }
    }

    /**
     * Follows each stop of a run, one that was asked for by {@link ToSession.Stop} as one after
     * {@link OverLimit}: at once when everything is gone, after a second otherwise. {@code
     * remaining} counts the threads and processes that would not end, the one of an invocation
     * included; such a session JVM should be replaced.
     */
    record StopFinished(long run, int remaining) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(10).i64(run).i32(remaining);
        }
    }

    /** Answers {@link ToSession.EndThreads}: how many would not end within a second. */
    record ThreadsEnded(long run, int remaining) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(7).i64(run).i32(remaining);
        }
    }

    /** A thread of the run waits for input and there is none. */
    record WantsInput(long run) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(WANTS_INPUT).i64(run);
        }
    }

    record Pong(long number) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(9).i64(number);
        }
    }

    /**
     * What threads of a run did since the last such message, at most {@link
     * TraceEvent#MOST_IN_MESSAGE} events; the last one comes before {@link RunEnded}.
     */
    record Traced(long run, List<TraceEvent> events) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(11).i64(run).list(events, TraceEvent::write);
        }
    }

    /**
     * Something that the cell shows besides text, at this place of its output; never null, at most
     * {@link Wire#MAX_SHOWN} bytes.
     *
     * @param inWords what it says or shows
     * @param content a picture, or UTF-8
     */
    record Shown(long run, Form form, String inWords, byte[] content) implements FromSession {
        @Override
        public void writeTo(WireWriter out) {
            out.begin(SHOWN).i64(run).u8(form.ordinal()).text(inWords).bytes(content);
        }
    }

    /** What is shown. */
    enum Form {
        MARKUP,
        IMAGE
    }

    /** A limit that the session JVM can see for itself. */
    enum Limit {
        MEMORY,
        THREADS,
        PROCESSES,
        OUTPUT,
        DISK
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static FromSession read(int tag, WireReader in) throws WireException {
        FromSession message =
                switch (tag) {
                    case 1 -> new Hello(in.i32());
                    case OUTPUT -> new Output(in.i64(), in.bool(), in.text(), in.text());
                    case 3 -> new Omitted(in.i64(), in.bool(), in.i64());
                    case 4 -> new Replied(in.i64(), Reply.read(in));
                    case OVER_LIMIT -> new OverLimit(in.i64(), in.constant(Limit.values()));
                    case 6 ->
                            new RunEnded(
                                    in.i64(),
                                    in.i32(),
                                    in.list(Wire.MAX_THREADS, ThreadInfo::read));
                    case 7 -> new ThreadsEnded(in.i64(), in.i32());
                    case WANTS_INPUT -> new WantsInput(in.i64());
                    case 9 -> new Pong(in.i64());
                    case 10 -> new StopFinished(in.i64(), in.i32());
                    case 11 ->
                            new Traced(
                                    in.i64(),
                                    in.list(TraceEvent.MOST_IN_MESSAGE, TraceEvent::read));
                    case SHOWN ->
                            new Shown(in.i64(), in.constant(Form.values()), in.text(), in.bytes());
                    default -> throw new WireException("no message " + tag + " from a session");
                };
        return in.end(message);
    }
}
