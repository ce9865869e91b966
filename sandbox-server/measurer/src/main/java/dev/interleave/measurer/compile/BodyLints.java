package dev.interleave.measurer.compile;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Looks at every statement of the method that is measured. */
final class BodyLints extends TreePathScanner<Void, Void> {

    private static final Set<String> CLOCKS = Set.of("nanoTime", "currentTimeMillis");
    private static final Set<String> ON_COMMON_POOL = Set.of("supplyAsync", "runAsync");

    /** Takes note of a mistake. */
    interface Notes {
        void add(String rule, Tree at, String message);
    }

    private final Trees trees;
    private final Notes notes;
    private final Map<Element, VariableTree> locals = new HashMap<>();
    private final Set<Element> read = new HashSet<>();

    BodyLints(Trees trees, Notes notes) {
        this.trees = trees;
        this.notes = notes;
    }

    @Override
    public Void scan(TreePath path, Void nothing) {
        super.scan(path, nothing);
        locals.forEach(this::unread);
        return null;
    }

    private void unread(Element local, VariableTree tree) {
        if (!read.contains(local) && !tree.getName().isEmpty()) {
            notes.add(
                    "dead-code",
                    tree,
                    "Nothing reads "
                            + tree.getName()
                            + ", so the JIT may remove what computes it. Make it part of the"
                            + " result.");
        }
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        Element element = element();
        if (element != null && element.getKind() == ElementKind.LOCAL_VARIABLE) {
            locals.put(element, tree);
        }
        return super.visitVariable(tree, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
        read.add(element());
        return super.visitIdentifier(tree, nothing);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        written(tree.getVariable());
        if (!(tree.getVariable() instanceof IdentifierTree)) {
            scan(tree.getVariable(), nothing);
        }
        return scan(tree.getExpression(), nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        written(tree.getVariable());
        if (!(tree.getVariable() instanceof IdentifierTree)) {
            scan(tree.getVariable(), nothing);
        }
        return scan(tree.getExpression(), nothing);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                    written(tree.getExpression());
            default -> {
                // It changes nothing.
            }
        }
        return super.visitUnary(tree, nothing);
    }

    private void written(ExpressionTree variable) {
        Element element = trees.getElement(new TreePath(getCurrentPath(), variable));
        if (element != null
                && element.getKind() == ElementKind.FIELD
                && !isMadeInEachCall(element)) {
            notes.add(
                    "shared-state",
                    variable,
                    "It writes the field "
                            + element.getSimpleName()
                            + ", so each call begins where the one before ended. Begin afresh in"
                            + " each call.");
        }
    }

    /** Whether the field is one of a class that the method declares for itself. */
    static boolean isMadeInEachCall(Element field) {
        return field.getEnclosingElement() instanceof TypeElement type
                && (type.getNestingKind() == NestingKind.LOCAL
                        || type.getNestingKind() == NestingKind.ANONYMOUS);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        String name = name(tree.getMethodSelect());
        String owner = owner(tree);
        if (CLOCKS.contains(name) && owner.equals("java.lang.System")) {
            notes.add(
                    "own-clock",
                    tree,
                    "It reads the clock itself, which costs time and tells nothing: JMH keeps the"
                            + " time.");
        }
        if (ON_COMMON_POOL.contains(name)
                && tree.getArguments().size() == 1
                && Blocking.in(tree.getArguments().getFirst())) {
            notes.add(
                    "blocking-in-common-pool",
                    tree,
                    "The task blocks a thread of the common pool, which has few: one less than the"
                            + " machine has processors. Give it an executor.");
        }
        if (Pools.makes(name, owner)) {
            pool(tree, name);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void nothing) {
        if (tree.getExpression() instanceof MethodInvocationTree call
                && ConstantInput.PURE.contains(
                        String.valueOf(
                                trees.getElement(new TreePath(getCurrentPath(), call))
                                        .getEnclosingElement()))) {
            notes.add(
                    "dead-code",
                    tree,
                    "Nobody uses what "
                            + name(call.getMethodSelect())
                            + "() returns, so the JIT may remove the call. Make it part of the"
                            + " result.");
        }
        return super.visitExpressionStatement(tree, nothing);
    }

    private void pool(MethodInvocationTree tree, String name) {
        notes.add(
                "setup-inside",
                tree,
                "It makes a pool of threads in each call, and that is measured, too. Make it in"
                        + " setup(), unless making it is what you want to know.");
        if (Pools.countsThem(name, tree.getArguments())) {
            notes.add(
                    "thread-count",
                    tree,
                    "It has so many threads whatever machine it runs on. For computing, take as"
                        + " many as Runtime.getRuntime().availableProcessors() says; for waiting, a"
                        + " virtual thread each.");
        }
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void nothing) {
        if (OwnLoops.repeats(tree)) {
            notes.add(
                    "own-loop",
                    tree,
                    "The loop computes the same each time, so the JIT may compute it once, before"
                            + " the loop. Measure one round: JMH repeats it.");
        }
        return super.visitForLoop(tree, nothing);
    }

    /** Of the method that is called. */
    static String name(ExpressionTree select) {
        return switch (select) {
            case MemberSelectTree member -> member.getIdentifier().toString();
            case IdentifierTree name -> name.getName().toString();
            default -> "";
        };
    }

    private String owner(MethodInvocationTree tree) {
        Element called = trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()));
        return called == null ? "" : String.valueOf(called.getEnclosingElement());
    }

    private Element element() {
        return trees.getElement(getCurrentPath());
    }
}
