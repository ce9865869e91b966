package dev.interleave.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a cell as one compilation unit: its declarations become members of a class, the rest a
 * method of it, in which each snippet stands for itself, as what follows it is reached whatever it
 * does. Names of our own end with a dollar sign.
 */
final class CellUnit {

    static final String CLASS = "$Cell$";

    private final Map<Piece, PieceKind> pieces;
    private final Surroundings around;
    private final Set<String> words;
    private final Set<String> imports;

    /**
     * @param more names that are to be known in addition to those in the cell
     */
    CellUnit(
            Map<Piece, PieceKind> pieces,
            Surroundings around,
            Set<String> more,
            PlatformTypes platform) {
        this.pieces = pieces;
        this.around = around;
        words = new LinkedHashSet<>(more);
        pieces.forEach((piece, kind) -> addWords(piece, kind));
        around.kept().forEach((name, type) -> addWordsOfKept(name, type));
        imports = imports(new LaneSource(platform, around.names()));
    }

    private void addWords(Piece piece, PieceKind kind) {
        if (kind != PieceKind.IMPORT) {
            words.addAll(Words.of(piece.text()));
        }
    }

    private void addWordsOfKept(String name, String type) {
        if (words.contains(name)) {
            words.addAll(Words.of(type));
        }
    }

    /** Where a name may mean two types, the compiler is to say so. */
    private Set<String> imports(LaneSource source) {
        pieces(PieceKind.IMPORT).forEach(piece -> words.removeAll(importedBy(piece)));
        Optional<Set<String>> found = source.imports(words);
        if (found.isPresent()) {
            return found.get();
        }
        Set<String> lines = new LinkedHashSet<>(around.names().always());
        words.forEach(word -> lines.addAll(around.names().importsOf(word)));
        lines.add("import module java.base;");
        lines.add("import " + PlatformTypes.DISPLAY_PACKAGE + ".*;");
        return lines;
    }

    private static List<String> importedBy(Piece piece) {
        return Lexer.read(piece.text()).list().stream().map(t -> t.text(piece.text())).toList();
    }

    /** The variables alone, in one method, the last member of the class. */
    CheckSource variables() {
        CheckSource source = members().own("static void body$()throws Throwable{");
        pieces(PieceKind.VARIABLE).forEach(p -> source.piece(p, PieceKind.VARIABLE).own("\n"));
        return source.own("}}");
    }

    /**
     * @param variables the types of the cell's variables by their names
     */
    CheckSource whole(Map<String, String> variables) {
        CheckSource source = members();
        variables.forEach((name, type) -> source.own("static " + type + " " + name + ";"));
        source.own("static boolean reached$(){return true;}");
        source.own("static void body$()throws Throwable{");
        pieces.forEach((piece, kind) -> statement(source, piece, kind));
        return source.own("}}");
    }

    private static void statement(CheckSource source, Piece piece, PieceKind kind) {
        switch (kind) {
            case VARIABLE, STATEMENT ->
                    source.own("if(reached$()){").piece(piece, kind).own("\n;}");
            case EXPRESSION -> source.own("{Object value$=").piece(piece, kind).own("\n;}");
            case FILE, IMPORT, TYPE, METHOD -> {}
        }
    }

    private CheckSource members() {
        CheckSource source = new CheckSource().own("package " + LaneFiles.PACKAGE + ";");
        imports.forEach(source::own);
        pieces(PieceKind.IMPORT).forEach(p -> source.piece(p, PieceKind.IMPORT).own("\n"));
        source.own("class " + CLASS + "{");
        around.kept().entrySet().stream()
                .filter(kept -> words.contains(kept.getKey()))
                .forEach(k -> source.own("static " + k.getValue() + " " + k.getKey() + ";"));
        for (PieceKind kind : List.of(PieceKind.TYPE, PieceKind.METHOD)) {
            pieces(kind).forEach(p -> source.own("static ").piece(p, kind).own("\n"));
        }
        return source;
    }

    private List<Piece> pieces(PieceKind kind) {
        return pieces.keySet().stream().filter(p -> pieces.get(p) == kind).toList();
    }
}
