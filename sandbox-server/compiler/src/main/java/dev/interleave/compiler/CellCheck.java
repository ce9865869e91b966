package dev.interleave.compiler;

import dev.interleave.wire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Finds the problems of a cell without running it and without its front end.
 *
 * <p>Threading: one thread at a time.
 */
final class CellCheck {

    private final CellAnalysis analysis;
    private final SourceCodeAnalysis splitting;

    CellCheck(CellAnalysis analysis, SourceCodeAnalysis splitting) {
        this.analysis = analysis;
        this.splitting = splitting;
    }

    List<Problem> problems(CellSource cell, Surroundings around) {
        List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
        return analysis.analyze(
                pieces(cell, around),
                around,
                Set.of(),
                found::add,
                analyzed -> problems(cell, found, around, analyzed.source()));
    }

    private Map<Piece, PieceKind> pieces(CellSource cell, Surroundings around) {
        if (around.file().isPresent()) {
            return CellAnalysis.wholeFile(cell.text());
        }
        List<Piece> pieces = new ArrayList<>();
        Splitter splitter = new Splitter(cell, splitting);
        while (splitter.hasNext()) {
            pieces.add(splitter.next());
        }
        return analysis.kinds(pieces);
    }

    private static List<Problem> problems(
            CellSource cell,
            List<Diagnostic<? extends JavaFileObject>> found,
            Surroundings around,
            CheckSource source) {
        boolean syntax = found.stream().anyMatch(d -> SyntaxErrors.is(d.getCode()));
        return found.stream()
                .filter(d -> !syntax || SyntaxErrors.is(d.getCode()))
                .filter(d -> !around.fresh() || !isUnknownName(d))
                .flatMap(d -> problem(cell, d, source))
                .distinct()
                .toList();
    }

    private static Stream<Problem> problem(
            CellSource cell, Diagnostic<?> diagnostic, CheckSource source) {
        return source.partAt(diagnostic.getStartPosition()).stream()
                .filter(part -> matters(diagnostic, part))
                .map(part -> problem(cell, diagnostic, part));
    }

    private static boolean isUnknownName(Diagnostic<?> diagnostic) {
        return diagnostic.getCode().startsWith("compiler.err.cant.resolve")
                || diagnostic.getCode().equals("compiler.err.doesnt.exist");
    }

    /** Not what only the shape of this source makes wrong. */
    private static boolean matters(Diagnostic<?> diagnostic, CheckSource.Part part) {
        String code = diagnostic.getCode();
        if (diagnostic.getKind() == Diagnostic.Kind.NOTE || part.kind() == PieceKind.FILE) {
            return diagnostic.getKind() != Diagnostic.Kind.NOTE;
        }
        boolean declaredTwice =
                code.startsWith("compiler.err.already.defined")
                        && part.kind() != PieceKind.STATEMENT;
        return !declaredTwice && !code.equals("compiler.err.var.might.not.have.been.initialized");
    }

    private static Problem problem(
            CellSource cell, Diagnostic<?> diagnostic, CheckSource.Part part) {
        boolean declaration = part.kind() == PieceKind.TYPE || part.kind() == PieceKind.METHOD;
        boolean mayComeLater = declaration && isUnknownName(diagnostic);
        boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR && !mayComeLater;
        return cell.problem(
                error,
                part.inCell(diagnostic.getStartPosition()),
                part.inCell(diagnostic.getEndPosition()),
                Traces.plain(Messages.of(diagnostic.getMessage(Locale.ROOT)))
                        .replace(CellUnit.CLASS + ".", ""));
    }
}
