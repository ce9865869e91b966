package dev.interleave.wire;

import java.util.List;

/**
 * What the supervisor tells a compiler JVM. {@code session} is the supervisor's number for a front
 * end; messages for one front end are handled in order, those for different ones side by side.
 */
public sealed interface ToCompiler {

    /** Makes a front end. Answered by {@link FromCompiler.Opened}. */
    record Open(int session, Options options) implements ToCompiler {}

    /**
     * Compiles and runs a cell. Answered by {@link FromCompiler.Evaluated} after everything else of
     * this run.
     */
    record Evaluate(int session, long run, String source) implements ToCompiler {}

    /** How the invocation ended that the front end asked for last. */
    record Answer(int session, Reply reply) implements ToCompiler {}

    /**
     * Brings a new front end to where an old one was: evaluates these snippets, in order, without
     * executing anything. {@code load} is false for a session JVM that still has the classes, which
     * must not get them again, and true for a new one, which gets them by {@link
     * FromCompiler.Load}. Answered by {@link FromCompiler.Rebuilt}; long histories come in several
     * messages.
     */
    record Rebuild(int session, List<Declared> snippets, boolean load) implements ToCompiler {}

    /**
     * Frees the compiler's memory of a front end that is idle; its next cell takes longer. Not
     * answered.
     */
    record Evict(int session) implements ToCompiler {}

    /** Forgets a front end. Not answered. */
    record Drop(int session) implements ToCompiler {}

    /** What may stand at this offset of the source. Answered by {@link FromCompiler.Completed}. */
    record Complete(int session, int request, Edited source, int offset) implements ToCompiler {}

    /**
     * What is known about the name or call at this offset. Answered by {@link
     * FromCompiler.Documented}.
     */
    record Document(int session, int request, Edited source, int offset) implements ToCompiler {}

    /**
     * Which problems the source has, without running it. Answered by {@link FromCompiler.Checked}.
     */
    record Check(int session, int request, Edited source) implements ToCompiler {}

    /**
     * What an editor asks about: a cell of the session, whose {@code file} is empty, or a file that
     * has nothing to do with what the session declared.
     *
     * @param others the files that are compiled together with it
     */
    record Edited(String file, String text, List<Edited> others) {

        public static Edited cell(String text) {
            return new Edited("", text, List.of());
        }

        static Edited read(WireReader in) throws WireException {
            return new Edited(in.text(), in.text(), in.list(Edited::readOther));
        }

        private static Edited readOther(WireReader in) throws WireException {
            return new Edited(in.text(), in.text(), List.of());
        }

        static WireWriter write(WireWriter out, Edited edited) {
            return writeOther(out, edited).list(edited.others, Edited::writeOther);
        }

        private static WireWriter writeOther(WireWriter out, Edited edited) {
            return out.text(edited.file).text(edited.text);
        }
    }

    /**
     * How a front end compiles: preview features, and jars under {@code /lib} of the jail, in class
     * path order.
     */
    record Options(boolean preview, List<String> libraries, List<String> exports) {}

    /**
     * A snippet that changed a front end, with JShell's id of it, so that a rebuilt one gives it
     * the same. {@code name} is what it declares, as {@code jshell} shows it: {@code x}, {@code
     * sum(int,int)}, {@code Point}, {@code java.util.*}, {@code $1}.
     */
    record Declared(String id, Kind kind, String name, String source) {

        static Declared read(WireReader in) throws WireException {
            return new Declared(in.text(), in.constant(Kind.values()), in.text(), in.text());
        }

        static void write(WireWriter out, Declared declared) {
            out.text(declared.id)
                    .u8(declared.kind.ordinal())
                    .text(declared.name)
                    .text(declared.source);
        }
    }

    /**
     * What a snippet declares. All but variables can be declared again without executing anything.
     */
    enum Kind {
        IMPORT,
        TYPE,
        METHOD,
        /** A variable, or an expression whose value got a name such as {@code $1}. */
        VARIABLE
    }

    static void write(WireWriter out, ToCompiler message) {
        switch (message) {
            case Open m ->
                    out.begin(1)
                            .i32(m.session)
                            .bool(m.options.preview)
                            .list(m.options.libraries, WireWriter::text)
                            .list(m.options.exports, WireWriter::text);
            case Evaluate m -> out.begin(2).i32(m.session).i64(m.run).text(m.source);
            case Answer m -> m.reply.writeTo(out.begin(3).i32(m.session));
            case Rebuild m ->
                    out.begin(4).i32(m.session).list(m.snippets, Declared::write).bool(m.load);
            case Evict m -> out.begin(5).i32(m.session);
            case Drop m -> out.begin(6).i32(m.session);
            case Complete m ->
                    Edited.write(out.begin(7).i32(m.session).i32(m.request), m.source)
                            .i32(m.offset);
            case Document m ->
                    Edited.write(out.begin(8).i32(m.session).i32(m.request), m.source)
                            .i32(m.offset);
            case Check m -> Edited.write(out.begin(9).i32(m.session).i32(m.request), m.source);
        }
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static ToCompiler read(int tag, WireReader in) throws WireException {
        ToCompiler message =
                switch (tag) {
                    case 1 ->
                            new Open(
                                    in.i32(),
                                    new Options(
                                            in.bool(),
                                            in.list(WireReader::text),
                                            in.list(WireReader::text)));
                    case 2 -> new Evaluate(in.i32(), in.i64(), in.text());
                    case 3 -> new Answer(in.i32(), Reply.read(in));
                    case 4 -> new Rebuild(in.i32(), in.list(Declared::read), in.bool());
                    case 5 -> new Evict(in.i32());
                    case 6 -> new Drop(in.i32());
                    case 7 -> new Complete(in.i32(), in.i32(), Edited.read(in), in.i32());
                    case 8 -> new Document(in.i32(), in.i32(), Edited.read(in), in.i32());
                    case 9 -> new Check(in.i32(), in.i32(), Edited.read(in));
                    default -> throw new WireException("no message " + tag + " to a compiler");
                };
        return in.end(message);
    }
}
