package dev.interleave.compiler;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tells which suggestions have a type that is wanted where the cursor is. */
final class ExpectedTypes {

    private final AtCursor cursor;
    private final Types types;
    private final List<? extends TypeMirror> expected;

    ExpectedTypes(AtCursor cursor) {
        this.cursor = cursor;
        this.types = cursor.types();
        this.expected =
                at(cursor.path()).stream()
                        .filter(type -> type != null && type.getKind() != TypeKind.ERROR)
                        .filter(type -> !type.toString().equals("java.lang.Object"))
                        .map(types::erasure)
                        .toList();
    }

    private List<TypeMirror> at(TreePath path) {
        TreePath outer = path.getParentPath();
        Tree inner = path.getLeaf();
        return switch (outer.getLeaf()) {
            case VariableTree v when v.getInitializer() == inner && v.getType() != null ->
                    types(new TreePath(outer, v.getType()));
            case AssignmentTree a when a.getExpression() == inner ->
                    types(new TreePath(outer, a.getVariable()));
            case ReturnTree _ -> returned(outer);
            case ParenthesizedTree _ when isCondition(outer.getParentPath().getLeaf()) ->
                    List.of(types.getPrimitiveType(TypeKind.BOOLEAN));
            default -> new Calls(cursor).around().map(Calls.Call::parameterTypes).orElse(List.of());
        };
    }

    private List<TypeMirror> types(TreePath path) {
        TypeMirror type = cursor.trees().getTypeMirror(path);
        return type == null ? List.of() : List.of(type);
    }

    private static boolean isCondition(Tree tree) {
        return tree instanceof IfTree
                || tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree;
    }

    private List<TypeMirror> returned(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof MethodTree m && m.getReturnType() != null) {
                return types(new TreePath(at, m.getReturnType()));
            }
        }
        return List.of();
    }

    /** Whether an element of this type would fit. */
    boolean fits(Element element, TypeMirror type) {
        if (expected.isEmpty() || element.getKind().isClass() || element.getKind().isInterface()) {
            return false;
        }
        TypeMirror value = type instanceof ExecutableType m ? m.getReturnType() : type;
        boolean isValue =
                value.getKind().isPrimitive()
                        || value.getKind() == TypeKind.DECLARED
                        || value.getKind() == TypeKind.ARRAY;
        return isValue
                && expected.stream()
                        .anyMatch(wanted -> types.isAssignable(types.erasure(value), wanted));
    }
}
