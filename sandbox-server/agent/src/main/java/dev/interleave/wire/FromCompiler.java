package dev.interleave.wire;

import java.util.List;

/** What a compiler JVM tells the supervisor. */
public sealed interface FromCompiler {

    /** The JVM is up and warm. Always the first message, sent once. */
    record Ready(int protocol) implements FromCompiler {}

    record Opened(int session) implements FromCompiler {}

    /** Classes for the session JVM. Goes out together with the next invocation; not answered. */
    record Load(int session, List<ClassFile> classes) implements FromCompiler {}

    /** Asks the session JVM to call a method; answered by {@link ToCompiler.Answer}. */
    record Invoke(int session, String className, String method) implements FromCompiler {}

    /** Asks the session JVM for a variable; answered by {@link ToCompiler.Answer}. */
    record ReadVariable(int session, String className, String field) implements FromCompiler {}

    /** Asks for {@link ToSession.Publish}; answered by {@link ToCompiler.Answer}. */
    record Publish(int session, String className, String field, String key)
            implements FromCompiler {}

    /**
     * A snippet of this run changed the front end; the supervisor keeps it for {@link
     * ToCompiler.Rebuild}.
     */
    record Changed(int session, ToCompiler.Declared snippet) implements FromCompiler {}

    record Found(int session, long run, Problem problem) implements FromCompiler {}

    /**
     * A variable or an expression has a value; {@code name} is the variable's or {@code $1} and so
     * on.
     */
    record Value(int session, long run, String name, String javaType, String text)
            implements FromCompiler {}

    /**
     * The cell's code threw. Frames of the cell have the file {@code Cell} and the cell's own
     * lines; where class and method are empty it is the top level of the cell. What calls the cell
     * is left out.
     */
    record Thrown(int session, long run, List<Cause> causes) implements FromCompiler {}

    /** The cell is over. {@code message} is null where there is nothing to say. */
    record Evaluated(int session, long run, Outcome outcome, String message)
            implements FromCompiler {}

    /**
     * The front end is where the old one was. {@code problem} is null, or why it is not; then it is
     * of no use for the living session JVM.
     */
    record Rebuilt(int session, String problem) implements FromCompiler {}

    /**
     * Compiling this run takes more than any reasonable source takes; sent once a step, while it
     * goes on. Only ending this JVM can end it.
     */
    record Overrun(int session, long run, Resource of) implements FromCompiler {}

    /**
     * Suggestions that replace the source from {@code anchor} up to the offset asked for; at most
     * 200.
     */
    record Completed(int session, int request, int anchor, List<Suggestion> suggestions)
            implements FromCompiler {}

    record Documented(int session, int request, List<String> signatures, String text)
            implements FromCompiler {}

    record Checked(int session, int request, List<Problem> problems) implements FromCompiler {}

    /** What compiling can take too much of. */
    enum Resource {
        /** Processor time of its own thread. */
        TIME,
        /** Memory: there is none left, and nobody took more of it. */
        MEMORY
    }

    enum Outcome {
        OK,
        COMPILE_ERROR,
        EXCEPTION,
        STOPPED,
        /** The session JVM ended while the cell ran. */
        GONE,
        /** The compiler itself failed on this source; its front end must be rebuilt. */
        FAILED
    }

    /**
     * {@code detail} says more, such as parameters and type, {@code imported} is the full name of a
     * type that must be imported, and {@code fits} is true for what has the type that is wanted at
     * this place.
     */
    record Suggestion(String text, String kind, String detail, String imported, boolean fits) {

        static Suggestion read(WireReader in) throws WireException {
            return new Suggestion(in.text(), in.text(), in.text(), in.text(), in.bool());
        }

        static void write(WireWriter out, Suggestion suggestion) {
            out.text(suggestion.text)
                    .text(suggestion.kind)
                    .text(suggestion.detail)
                    .text(suggestion.imported)
                    .bool(suggestion.fits);
        }
    }

    static void write(WireWriter out, FromCompiler message) {
        switch (message) {
            case Ready m -> out.begin(1).i32(m.protocol);
            case Opened m -> out.begin(2).i32(m.session);
            case Load m -> out.begin(3).i32(m.session).list(m.classes, ClassFile::write);
            case Invoke m -> out.begin(4).i32(m.session).text(m.className).text(m.method);
            case ReadVariable m -> out.begin(5).i32(m.session).text(m.className).text(m.field);
            case Publish m ->
                    out.begin(6).i32(m.session).text(m.className).text(m.field).text(m.key);
            case Changed m -> ToCompiler.Declared.write(out.begin(7).i32(m.session), m.snippet);
            case Found m -> Problem.write(out.begin(8).i32(m.session).i64(m.run), m.problem);
            case Value m ->
                    out.begin(9)
                            .i32(m.session)
                            .i64(m.run)
                            .text(m.name)
                            .text(m.javaType)
                            .text(m.text);
            case Thrown m -> out.begin(10).i32(m.session).i64(m.run).list(m.causes, Cause::write);
            case Evaluated m ->
                    out.begin(11).i32(m.session).i64(m.run).u8(m.outcome.ordinal()).text(m.message);
            case Rebuilt m -> out.begin(12).i32(m.session).text(m.problem);
            case Completed m ->
                    out.begin(13)
                            .i32(m.session)
                            .i32(m.request)
                            .i32(m.anchor)
                            .list(m.suggestions, Suggestion::write);
            case Documented m ->
                    out.begin(14)
                            .i32(m.session)
                            .i32(m.request)
                            .list(m.signatures, WireWriter::text)
                            .text(m.text);
            case Checked m ->
                    out.begin(15).i32(m.session).i32(m.request).list(m.problems, Problem::write);
            case Overrun m -> out.begin(16).i32(m.session).i64(m.run).u8(m.of.ordinal());
        }
    }

    /** Reads the fields of the frame whose tag was just returned by {@link WireReader#next()}. */
    static FromCompiler read(int tag, WireReader in) throws WireException {
        FromCompiler message =
                switch (tag) {
                    case 1 -> new Ready(in.i32());
                    case 2 -> new Opened(in.i32());
                    case 3 -> new Load(in.i32(), in.list(ClassFile::read));
                    case 4 -> new Invoke(in.i32(), in.text(), in.text());
                    case 5 -> new ReadVariable(in.i32(), in.text(), in.text());
                    case 6 -> new Publish(in.i32(), in.text(), in.text(), in.text());
                    case 7 -> new Changed(in.i32(), ToCompiler.Declared.read(in));
                    case 8 -> new Found(in.i32(), in.i64(), Problem.read(in));
                    case 9 -> new Value(in.i32(), in.i64(), in.text(), in.text(), in.text());
                    case 10 -> new Thrown(in.i32(), in.i64(), in.list(Cause::read));
                    case 11 ->
                            new Evaluated(
                                    in.i32(), in.i64(), in.constant(Outcome.values()), in.text());
                    case 12 -> new Rebuilt(in.i32(), in.text());
                    case 13 ->
                            new Completed(in.i32(), in.i32(), in.i32(), in.list(Suggestion::read));
                    case 14 ->
                            new Documented(
                                    in.i32(), in.i32(), in.list(WireReader::text), in.text());
                    case 15 -> new Checked(in.i32(), in.i32(), in.list(Problem::read));
                    case 16 -> new Overrun(in.i32(), in.i64(), in.constant(Resource.values()));
                    default -> throw new WireException("no message " + tag + " from a compiler");
                };
        return in.end(message);
    }
}
