package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Type;
import dev.interleave.wire.ToCompiler.Edited;
import dev.interleave.wire.ToCompiler.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/**
 * Has javac attribute cells without running them and without their front ends, and files. Of cells
 * only the variables are attributed first, to learn the types of those that are declared with
 * {@code var}.
 *
 * <p>Threading: one thread at a time.
 */
final class CellAnalysis {

    private static final List<String> ARGUMENTS =
            List.of(
                    "-Xlint:unchecked,-strictfp",
                    "-proc:none",
                    "-parameters",
                    "--should-stop=ifError=FLOW");

    private final SharedJavac javac;
    private final PieceParser parser;
    private final PlatformTypes platform;
    private final FileJavac fileJavac;

    CellAnalysis(Options options, PlatformTypes platform, Budget budget) {
        this.javac =
                new SharedJavac(
                        options, ARGUMENTS, context -> BoundedAttr.install(context, budget));
        this.parser = new PieceParser(javac);
        this.platform = platform;
        this.fileJavac = new FileJavac(ARGUMENTS, budget);
    }

    /**
     * An attributed cell, and which part of its source is from where; or files, the asked one
     * first.
     */
    record Analyzed(JavacTask task, List<CompilationUnitTree> units, CheckSource source) {

        CompilationUnitTree unit() {
            return units.getFirst();
        }

        Trees trees() {
            return Trees.instance(task);
        }
    }

    PlatformTypes platform() {
        return platform;
    }

    /** What kinds of snippets these are; a file is one piece. */
    Map<Piece, PieceKind> kinds(String text, List<Piece> pieces, Surroundings around) {
        return around.file().isPresent() ? wholeFile(text) : kinds(pieces);
    }

    static Map<Piece, PieceKind> wholeFile(String text) {
        return Map.of(new Piece(text, 0, text.length()), PieceKind.FILE);
    }

    /** What kinds of snippets these are. */
    Map<Piece, PieceKind> kinds(List<Piece> pieces) {
        Map<Piece, PieceKind> kinds = new LinkedHashMap<>();
        pieces.forEach(piece -> kinds.put(piece, parser.kind(piece.text())));
        return kinds;
    }

    /**
     * Does something with the attributed cell; nothing of it may be used afterwards.
     *
     * @param more names that are to be known in addition to those in the cell
     */
    <T> T analyze(
            Map<Piece, PieceKind> pieces,
            Surroundings around,
            Set<String> more,
            DiagnosticListener<JavaFileObject> listener,
            Function<Analyzed, T> job) {
        if (around.file().isPresent()) {
            return file(pieces, around.file().get(), listener, job);
        }
        CellUnit cell = new CellUnit(pieces, around, more, platform);
        Map<String, String> variables =
                pieces.containsValue(PieceKind.VARIABLE)
                        ? run(cell.variables(), around, _ -> {}, this::localVariables)
                        : Map.of();
        return run(cell.whole(variables), around, listener, job);
    }

    private <T> T run(
            CheckSource source,
            Surroundings around,
            DiagnosticListener<JavaFileObject> listener,
            Function<Analyzed, T> job) {
        return javac.run(
                source.toString(),
                around.classes(),
                listener,
                task -> job.apply(new Analyzed(task, attributed(task), source)));
    }

    private <T> T file(
            Map<Piece, PieceKind> pieces,
            Edited file,
            DiagnosticListener<JavaFileObject> listener,
            Function<Analyzed, T> job) {
        CheckSource source = new CheckSource();
        pieces.forEach(source::piece);
        JavacTask task = fileJavac.task(file, source.toString(), listener);
        return job.apply(new Analyzed(task, attributed(task), source));
    }

    private static List<CompilationUnitTree> attributed(JavacTask task) {
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> localVariables(Analyzed cell) {
        Map<String, String> types = new LinkedHashMap<>();
        LaneTypes names = new LaneTypes(((BasicJavacTask) cell.task()).getContext(), platform);
        for (Tree type : cell.unit().getTypeDecls()) {
            if (type instanceof ClassTree c && c.getMembers().getLast() instanceof MethodTree m) {
                TreePath body = path(cell.unit(), c, m, m.getBody());
                for (StatementTree statement : m.getBody().getStatements()) {
                    if (statement instanceof VariableTree v) {
                        types.put(v.getName().toString(), type(cell.trees(), names, body, v));
                    }
                }
            }
        }
        return types;
    }

    private static TreePath path(CompilationUnitTree unit, Tree... trees) {
        TreePath path = new TreePath(unit);
        for (Tree tree : trees) {
            path = new TreePath(path, tree);
        }
        return path;
    }

    private static String type(Trees trees, LaneTypes names, TreePath body, VariableTree v) {
        Type type = (Type) trees.getTypeMirror(new TreePath(body, v));
        String written = v.getType() == null ? "java.lang.Object" : v.getType().toString();
        return type == null ? written : names.name(type).orElse(written);
    }
}
