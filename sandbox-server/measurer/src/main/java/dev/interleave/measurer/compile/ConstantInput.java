package dev.interleave.measurer.compile;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Whether an expression has nothing but constants in it, also where a method of which the JIT knows
 * everything is called with them.
 */
final class ConstantInput {

    private static final Set<String> PURE =
            Set.of(
                    "java.lang.Math",
                    "java.lang.StrictMath",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Double");

    private final Trees trees;

    ConstantInput(Trees trees) {
        this.trees = trees;
    }

    boolean in(TreePath path) {
        return switch (path.getLeaf()) {
            case LiteralTree _ -> true;
            case ParenthesizedTree inner -> in(path, inner.getExpression());
            case TypeCastTree cast -> in(path, cast.getExpression());
            case BinaryTree both ->
                    in(path, both.getLeftOperand()) && in(path, both.getRightOperand());
            case MethodInvocationTree call -> isPure(path) && allIn(path, call);
            default -> isConstant(trees.getElement(path));
        };
    }

    private boolean in(TreePath parent, Tree child) {
        return in(new TreePath(parent, child));
    }

    private boolean allIn(TreePath path, MethodInvocationTree call) {
        return !call.getArguments().isEmpty()
                && call.getArguments().stream().allMatch(each -> in(path, each));
    }

    private boolean isPure(TreePath path) {
        return trees.getElement(path) instanceof ExecutableElement method
                && PURE.contains(method.getEnclosingElement().toString());
    }

    private static boolean isConstant(Element element) {
        return element instanceof VariableElement variable && variable.getConstantValue() != null;
    }
}
