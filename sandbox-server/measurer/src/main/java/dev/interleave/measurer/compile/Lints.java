package dev.interleave.measurer.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.interleave.measurer.message.Remark;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeKind;

/** The classic mistakes of measuring, as far as they can be seen in the source. */
final class Lints {

    private static final String BLACK_HOLE = "org.openjdk.jmh.infra.Blackhole";

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<Remark> remarks = new ArrayList<>();

    private Lints(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    static List<Remark> of(Trees trees, CompilationUnitTree unit, ExecutableElement method) {
        Lints lints = new Lints(trees, unit);
        TreePath path = trees.getPath(method);
        lints.result(method, path);
        new BodyLints(trees, lints::add).scan(path, null);
        new CallLints(trees, lints::add).scan(path, null);
        return lints.remarks;
    }

    private void result(ExecutableElement method, TreePath path) {
        MethodTree tree = (MethodTree) path.getLeaf();
        boolean takesHole =
                method.getParameters().stream()
                        .filter(one -> one.asType().toString().equals(BLACK_HOLE))
                        .anyMatch(one -> mentions(tree, one.getSimpleName()));
        if (method.getReturnType().getKind() == TypeKind.VOID
                && !takesHole
                && !EntryFinder.serves(method)) {
            add(
                    "dead-code",
                    tree,
                    "It returns nothing, so the JIT may remove work whose result nobody uses."
                            + " Return the result.");
        }
        if (tree.getBody() != null
                && !tree.getBody().getStatements().isEmpty()
                && tree.getBody().getStatements().getLast() instanceof ReturnTree only
                && only.getExpression() != null
                && onlyNames(tree.getBody().getStatements(), only)) {
            constant(path, only);
        }
    }

    private static boolean mentions(MethodTree method, Name name) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitIdentifier(IdentifierTree tree, Void nothing) {
                        return tree.getName().equals(name);
                    }

                    @Override
                    public Boolean reduce(Boolean one, Boolean other) {
                        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                    }
                }.scan(method.getBody(), null));
    }

    /** Whether nothing is done before the end but to give names to values. */
    private static boolean onlyNames(List<? extends StatementTree> all, ReturnTree end) {
        return all.stream().allMatch(one -> one == end || one instanceof VariableTree);
    }

    private void constant(TreePath method, ReturnTree only) {
        TreePath body = new TreePath(method, ((MethodTree) method.getLeaf()).getBody());
        TreePath result = new TreePath(new TreePath(body, only), only.getExpression());
        if (isConstant(only.getExpression())) {
            add(
                    "constant-result",
                    only,
                    "It returns the same constant each time, so there is nothing to measure.");
        } else if (new ConstantInput(trees, body).in(result)) {
            add(
                    "constant-input",
                    only,
                    "Its input is constant, so the JIT may compute the result once and for all."
                            + " Read the input from a field that is not final; setup() can fill"
                            + " it.");
        }
    }

    private static boolean isConstant(Tree tree) {
        return switch (tree.getKind()) {
            case INT_LITERAL,
                    LONG_LITERAL,
                    FLOAT_LITERAL,
                    DOUBLE_LITERAL,
                    BOOLEAN_LITERAL,
                    CHAR_LITERAL,
                    STRING_LITERAL,
                    NULL_LITERAL ->
                    true;
            default -> false;
        };
    }

    private void add(String rule, Tree at, String message) {
        long position = trees.getSourcePositions().getStartPosition(unit, at);
        int line = position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
        if (remarks.stream().noneMatch(one -> one.rule().equals(rule) && one.line() == line)) {
            remarks.add(new Remark(rule, line, message));
        }
    }
}
