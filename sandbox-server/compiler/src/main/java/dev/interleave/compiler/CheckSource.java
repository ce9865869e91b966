package dev.interleave.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source that is made of parts of a cell and text of our own, and knows which is which. */
final class CheckSource {

    /** Modifiers that JShell ignores, and that would be wrong or doubled here. */
    private static final Set<String> IGNORED =
            Set.of("public", "protected", "private", "static", "volatile", "transient");

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    /** A piece of the cell, from {@code start} up to {@code end} of this source. */
    record Part(Piece piece, PieceKind kind, int start, int end) {

        /** The place in the cell of a place in this part. */
        int inCell(long position) {
            int offset = Math.clamp(position - start, 0, end - start);
            return Math.min(piece.start() + offset, piece.end());
        }
    }

    CheckSource own(String ours) {
        text.append(ours);
        return this;
    }

    /** A piece as it is, but for the first modifiers of a snippet, which become blanks. */
    CheckSource piece(Piece piece, PieceKind kind) {
        int start = text.length();
        boolean asItIs = kind == PieceKind.IMPORT || kind == PieceKind.FILE;
        text.append(asItIs ? piece.text() : withoutModifiers(piece.text()));
        parts.add(new Part(piece, kind, start, text.length()));
        return this;
    }

    private static String withoutModifiers(String source) {
        StringBuilder masked = new StringBuilder(source);
        for (Token token : Lexer.read(source).list()) {
            String word = token.text(source);
            if (IGNORED.contains(word)) {
                masked.replace(token.start(), token.end(), " ".repeat(word.length()));
            } else if (!word.equals("final") && !word.equals("abstract")) {
                break;
            }
        }
        return masked.toString();
    }

    /** Where a place of the cell, which is in this piece, is in this source. */
    Optional<Integer> inSource(Piece piece, int inCell) {
        return parts.stream()
                .filter(part -> part.piece() == piece)
                .map(part -> part.start() + inCell - piece.start())
                .findFirst();
    }

    /** The part that this place is in. */
    Optional<Part> partAt(long position) {
        return parts.stream()
                .filter(part -> position >= part.start() && position <= part.end())
                .findFirst();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
