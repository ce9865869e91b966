package dev.interleave.compiler;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Says what is known about a name in a cell, or about a call behind whose opening bracket or comma
 * the place is.
 *
 * <p>Threading: one thread at a time.
 */
final class Documentation {

    private static final int MOST_SIGNATURES = 20;

    private final CellAnalysis analysis;
    private final JdkSources sources;

    Documentation(CellAnalysis analysis, JdkSources sources) {
        this.analysis = analysis;
        this.sources = sources;
    }

    /** Signatures, the likely one first, and the text that belongs to it, which may be empty. */
    record Result(List<String> signatures, String text) {

        static final Result NOTHING = new Result(List.of(), "");
    }

    Result document(CellSource cell, int offset, Surroundings around) {
        String text = cell.text();
        int place = Math.clamp(offset, 0, text.length());
        String before = text.substring(0, place).stripTrailing();
        boolean call = before.endsWith("(") || before.endsWith(",");
        return call ? call(text, place, around) : name(text, place, around);
    }

    private Result call(String text, int offset, Surroundings around) {
        return CursorText.at(text, offset)
                .map(cursor -> call(cursor, around))
                .orElse(Result.NOTHING);
    }

    private Result name(String text, int offset, Surroundings around) {
        Optional<Token> word =
                Lexer.read(text).list().stream()
                        .filter(t -> t.kind() == Token.Kind.WORD)
                        .filter(t -> t.start() <= offset && offset <= t.end())
                        .findFirst();
        if (word.isEmpty()) {
            return Result.NOTHING;
        }
        Map<Piece, PieceKind> pieces = analysis.kinds(text, RoughSplit.of(text), around);
        return analysis.analyze(
                pieces,
                around,
                Set.of(),
                _ -> {},
                cell ->
                        NamedPlace.find(
                                        cell,
                                        pieces.keySet(),
                                        word.get().start(),
                                        word.get().text(text))
                                .map(path -> named(cell, path))
                                .orElse(Result.NOTHING));
    }

    private Result call(CursorText cursor, Surroundings around) {
        return analysis.analyze(
                Completion.pieces(cursor, around, analysis),
                around,
                Set.of(),
                _ -> {},
                cell ->
                        AtCursor.find(cell, cursor.name())
                                .flatMap(at -> new Calls(at).around())
                                .map(found -> result(cell, found.candidates()))
                                .orElse(Result.NOTHING));
    }

    private Result named(CellAnalysis.Analyzed cell, TreePath path) {
        Element element = cell.trees().getElement(path);
        boolean found =
                element != null
                        && element.asType().getKind() != TypeKind.ERROR
                        && !(element instanceof PackageElement);
        if (found) {
            return result(cell, List.of(element));
        }
        List<ExecutableElement> methods = new Calls(AtCursor.of(cell, path)).methods(path);
        return result(cell, methods);
    }

    private Result result(CellAnalysis.Analyzed cell, List<? extends Element> elements) {
        List<? extends Element> some =
                elements.subList(0, Math.min(MOST_SIGNATURES, elements.size()));
        Set<String> signatures = new LinkedHashSet<>();
        String text = "";
        List<JdkSources.Documented> documented = new ArrayList<>();
        for (Element element : some) {
            documented.add(documented(cell, element));
        }
        for (JdkSources.Documented each : documented) {
            signatures.add(each.signature());
            text = text.isEmpty() ? Javadoc.plain(each.comment()) : text;
        }
        return new Result(List.copyOf(signatures), text);
    }

    private JdkSources.Documented documented(CellAnalysis.Analyzed cell, Element element) {
        TreePath own = cell.trees().getPath(element);
        boolean ofJdk = own == null && isMemberOrType(element) && !ofSession(element);
        if (ofJdk) {
            return sources.of(List.of(element), cell.task()).stream()
                    .findFirst()
                    .orElse(new JdkSources.Documented(ElementText.signature(element), ""));
        }
        return new JdkSources.Documented(signature(cell, element, own), "");
    }

    private static String signature(CellAnalysis.Analyzed cell, Element element, TreePath own) {
        boolean inferred =
                own != null && own.getLeaf() instanceof VariableTree v && v.getType() == null;
        return inferred
                ? ElementText.type(cell.trees().getTypeMirror(own)) + " " + element.getSimpleName()
                : ElementText.signature(element);
    }

    private static boolean isMemberOrType(Element element) {
        return element instanceof TypeElement
                || element.getEnclosingElement() instanceof TypeElement;
    }

    private static boolean ofSession(Element element) {
        Element at = element;
        while (at != null && !(at instanceof PackageElement)) {
            at = at.getEnclosingElement();
        }
        return at != null && at.toString().equals(LaneFiles.PACKAGE);
    }
}
