package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks javac's parser what a snippet is; as a compact source file it may be any declaration. */
final class PieceParser {

    private static final String NOT_A_METHOD = "compiler.err.invalid.meth.decl.ret.type.req";
    private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";

    private final SharedJavac javac;

    PieceParser(SharedJavac javac) {
        this.javac = javac;
    }

    PieceKind kind(String text) {
        Set<String> codes = new HashSet<>();
        PieceKind declaration =
                javac.run(text, List.of(), d -> codes.add(d.getCode()), PieceParser::declaration);
        return declaration == PieceKind.STATEMENT || codes.contains(NOT_A_METHOD)
                ? statementOrExpression(text)
                : declaration;
    }

    private PieceKind statementOrExpression(String text) {
        Set<String> codes = new HashSet<>();
        javac.run(
                "class X{void m(){" + text + "\n;}}",
                List.of(),
                d -> codes.add(d.getCode()),
                PieceParser::parsed);
        return codes.contains(NOT_A_STATEMENT) ? PieceKind.EXPRESSION : PieceKind.STATEMENT;
    }

    private static PieceKind declaration(JavacTask task) {
        CompilationUnitTree unit = parsed(task);
        if (!unit.getImports().isEmpty()) {
            return PieceKind.IMPORT;
        }
        if (unit.getTypeDecls().isEmpty()
                || !(unit.getTypeDecls().getFirst() instanceof ClassTree type)) {
            return PieceKind.STATEMENT;
        }
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (Tree member : type.getMembers()) {
            boolean implicit =
                    positions.getStartPosition(unit, member)
                            == positions.getStartPosition(unit, type);
            if (implicit) {
                return switch (member) {
                    case MethodTree _ -> PieceKind.METHOD;
                    case VariableTree _ -> PieceKind.VARIABLE;
                    default -> PieceKind.TYPE;
                };
            }
        }
        return PieceKind.TYPE;
    }

    private static CompilationUnitTree parsed(JavacTask task) {
        try {
            return task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
