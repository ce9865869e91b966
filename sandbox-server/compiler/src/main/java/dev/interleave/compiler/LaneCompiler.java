package dev.interleave.compiler;

import dev.interleave.compiler.LaneSyntax.Kind;
import dev.interleave.wire.ClassFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the snippets of one session in the lane, against what the session has declared. */
final class LaneCompiler {

    private final Shell shell;
    private final Lanes lanes;
    private final PlatformTypes platform;
    private final TypeNames typeNames;
    private SessionNames names;

    LaneCompiler(Shell shell, Lanes lanes, PlatformTypes platform, TypeNames typeNames) {
        this.shell = shell;
        this.lanes = lanes;
        this.platform = platform;
        this.typeNames = typeNames;
    }

    /**
     * A compiled snippet, not loaded yet.
     *
     * @param type of its value in full with the learner's types by their simple names, or null
     */
    record Ready(String liveClass, List<ClassFile> classes, String type) {}

    /** Empty if the snippet is JShell's. */
    Optional<Ready> compile(LaneSyntax syntax, Piece piece, int line) {
        LaneSource source = new LaneSource(platform, names());
        return source.imports(syntax.words())
                .flatMap(imports -> new Attempt(syntax, source, imports, piece, line).compile());
    }

    /** A class that copies a kept value into the variable that JShell knows it by. */
    Optional<Ready> compileCopy(KeptValues.Kept value) {
        String body =
                """
                {var o=Class.forName("%s").getDeclaredField("%s").get(null);if(o!=null)%s=(%s)o;}\
                """
                        .formatted(value.liveClass(), LaneSource.KEPT, value.name(), value.type());
        LaneSource source = new LaneSource(platform, names());
        Set<String> imports =
                Stream.of(Words.of(value.type()), Set.of(value.name()))
                        .flatMap(Set::stream)
                        .flatMap(word -> names().importsOf(word).stream())
                        .collect(Collectors.toSet());
        String liveName = shell.classes().nextName();
        return ready(
                liveName,
                lanes.compile(
                        task(source.ofCopy(liveName, imports, body), Kind.STATEMENT, Map.of())));
    }

    /** Must be called when the session's declarations may have changed. */
    void forgetNames() {
        names = null;
    }

    /** How a type in full is shown. */
    String shown(String type) {
        return typeNames.shown(Traces.plain(type), names());
    }

    /** What names stand for now. */
    SessionNames names() {
        if (names == null) {
            names = shell.names();
        }
        return names;
    }

    private LaneTask task(
            String source, Kind kind, Map<String, LaneTask.InferredVariable> inferred) {
        return new LaneTask(source, kind, shell.classes().files(), inferred, this::shown);
    }

    private static Optional<Ready> ready(String liveName, LaneResult result) {
        return result instanceof LaneResult.Compiled c
                ? Optional.of(
                        new Ready(
                                LaneFiles.PACKAGE + "." + liveName,
                                c.classes(),
                                Traces.plain(c.type())))
                : Optional.empty();
    }

    /** One snippet, first in the form that it most likely has. */
    private final class Attempt {

        private final LaneSyntax syntax;
        private final LaneSource source;
        private final Set<String> imports;
        private final Piece piece;
        private final int line;
        private final String liveName = shell.classes().nextName();

        Attempt(LaneSyntax syntax, LaneSource source, Set<String> imports, Piece piece, int line) {
            this.syntax = syntax;
            this.source = source;
            this.imports = imports;
            this.piece = piece;
            this.line = line;
        }

        Optional<Ready> compile() {
            if (syntax.kind() != Kind.EXPRESSION) {
                return ready(liveName, compile(syntax.kind()));
            }
            Kind likely = lanes.seemsVoid(syntax.call()) ? Kind.STATEMENT : Kind.EXPRESSION;
            LaneResult result = compile(likely);
            if (result instanceof LaneResult.OtherForm) {
                lanes.learn(syntax.call(), likely == Kind.EXPRESSION);
                result = compile(likely == Kind.STATEMENT ? Kind.EXPRESSION : Kind.STATEMENT);
            }
            return ready(liveName, result);
        }

        private LaneResult compile(Kind kind) {
            String text = source.of(liveName, imports, kind, piece.text(), line);
            return lanes.compile(task(text, kind, source.inferred(syntax.words())));
        }
    }
}
