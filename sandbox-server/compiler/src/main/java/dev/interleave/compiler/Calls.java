package dev.interleave.compiler;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** Finds which methods or constructors a call may mean. */
final class Calls {

    private final AtCursor cursor;

    Calls(AtCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * A call that is not complete.
     *
     * @param index of the argument with the cursor
     * @param candidates those of the right name, likely ones first
     */
    record Call(int index, List<ExecutableElement> candidates) {

        /** The types that the argument may have. */
        List<TypeMirror> parameterTypes() {
            return candidates.stream()
                    .map(method -> ((ExecutableType) method.asType()).getParameterTypes())
                    .filter(types -> types.size() > index)
                    .<TypeMirror>map(types -> types.get(index))
                    .filter(type -> !(type instanceof TypeVariable))
                    .toList();
        }
    }

    /** The innermost call with the cursor among its arguments. */
    Optional<Call> around() {
        TreePath inner = cursor.path();
        for (TreePath at = inner.getParentPath();
                at != null && !begins(at);
                at = at.getParentPath()) {
            List<? extends ExpressionTree> arguments =
                    switch (at.getLeaf()) {
                        case MethodInvocationTree call -> call.getArguments();
                        case NewClassTree call -> call.getArguments();
                        default -> List.of();
                    };
            int index = arguments.indexOf(inner.getLeaf());
            if (index >= 0) {
                return Optional.of(new Call(index, sorted(candidates(at), arguments, at, index)));
            }
            inner = at;
        }
        return Optional.empty();
    }

    /** Whether something of its own begins here, which is not an argument any more. */
    private static boolean begins(TreePath at) {
        return at.getLeaf() instanceof LambdaExpressionTree
                || at.getLeaf() instanceof BlockTree
                || at.getLeaf() instanceof ClassTree;
    }

    private List<ExecutableElement> candidates(TreePath call) {
        return switch (call.getLeaf()) {
            case NewClassTree creation ->
                    constructors(new TreePath(call, creation.getIdentifier()));
            case MethodInvocationTree invocation ->
                    methods(new TreePath(call, invocation.getMethodSelect()));
            default -> List.of();
        };
    }

    private List<ExecutableElement> constructors(TreePath type) {
        return cursor.trees().getElement(type) instanceof TypeElement element
                ? ElementFilter.constructorsIn(element.getEnclosedElements())
                : List.of();
    }

    /** All methods of the name that is selected here. */
    List<ExecutableElement> methods(TreePath select) {
        return switch (select.getLeaf()) {
            case MemberSelectTree member ->
                    named(
                            membersOf(new TreePath(select, member.getExpression())),
                            member.getIdentifier());
            case IdentifierTree name ->
                    named(
                            Stream.concat(
                                            cursor.membersAround().stream(),
                                            cursor.imported().stream())
                                    .toList(),
                            name.getName());
            default -> List.of();
        };
    }

    private List<? extends Element> membersOf(TreePath site) {
        TypeMirror type = cursor.trees().getTypeMirror(site);
        while (type instanceof TypeVariable variable) {
            type = variable.getUpperBound();
        }
        return type instanceof DeclaredType declared
                ? cursor.elements().getAllMembers((TypeElement) declared.asElement())
                : List.of();
    }

    private static List<ExecutableElement> named(
            List<? extends Element> elements, CharSequence name) {
        List<ExecutableElement> found = new ArrayList<>();
        for (Element element : elements) {
            if (element.getKind() == ElementKind.METHOD
                    && element.getSimpleName().contentEquals(name)) {
                found.add((ExecutableElement) element);
            }
        }
        return found;
    }

    /** Those that the arguments before the cursor fit, and that have a place for the next one. */
    private List<ExecutableElement> sorted(
            List<ExecutableElement> candidates,
            List<? extends ExpressionTree> arguments,
            TreePath call,
            int index) {
        List<ExecutableElement> fitting = new ArrayList<>();
        List<ExecutableElement> others = new ArrayList<>();
        for (ExecutableElement method : candidates) {
            boolean room = method.isVarArgs() || method.getParameters().size() > index;
            boolean fits = room && accepts(method, arguments.subList(0, index), call);
            (fits ? fitting : others).add(method);
        }
        fitting.addAll(others);
        return fitting;
    }

    private boolean accepts(
            ExecutableElement method, List<? extends ExpressionTree> given, TreePath call) {
        List<? extends TypeMirror> types = ((ExecutableType) method.asType()).getParameterTypes();
        for (int i = 0; i < given.size() && i < types.size(); i++) {
            TypeMirror type = cursor.trees().getTypeMirror(new TreePath(call, given.get(i)));
            boolean known =
                    type != null
                            && (type.getKind().isPrimitive() || type instanceof DeclaredType)
                            && !method.isVarArgs();
            if (known
                    && !cursor.types()
                            .isAssignable(
                                    cursor.types().erasure(type),
                                    cursor.types().erasure(types.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
