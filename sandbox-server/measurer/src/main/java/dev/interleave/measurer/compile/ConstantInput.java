package dev.interleave.measurer.compile;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Whether an expression has nothing but constants in it, also where a method of which the JIT knows
 * everything is called with them.
 */
final class ConstantInput {

    /** Classes of which no method does anything but to compute. */
    static final Set<String> PURE =
            Set.of(
                    "java.lang.Math",
                    "java.lang.StrictMath",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Double");

    private final Trees trees;
    private final Map<Element, TreePath> locals = new HashMap<>();

    /**
     * @param body in which nothing changes a variable after its declaration
     */
    ConstantInput(Trees trees, TreePath body) {
        this.trees = trees;
        for (StatementTree statement : ((BlockTree) body.getLeaf()).getStatements()) {
            if (statement instanceof VariableTree local && local.getInitializer() != null) {
                TreePath path = new TreePath(body, local);
                locals.put(trees.getElement(path), new TreePath(path, local.getInitializer()));
            }
        }
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

    private boolean isConstant(Element element) {
        TreePath value = locals.get(element);
        return value != null
                ? in(value)
                : element instanceof VariableElement variable
                        && variable.getConstantValue() != null;
    }
}
