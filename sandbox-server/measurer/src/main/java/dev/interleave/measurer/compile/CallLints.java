package dev.interleave.measurer.compile;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Looks at what the method that is measured calls: whether it prints, changes its own input, or
 * starts what it does not wait for.
 */
final class CallLints extends TreePathScanner<Void, Void> {

    private static final Set<String> PRINTERS =
            Set.of(
                    "java.io.PrintStream",
                    "java.lang.IO",
                    "java.lang.System.Logger",
                    "java.util.logging.Logger");

    private static final Set<String> IN_PLACE =
            Set.of("sort", "parallelSort", "shuffle", "reverse", "rotate", "swap");

    private static final Set<String> GROWING = Set.of("add", "addAll", "append");

    private static final Set<String> SHRINKING =
            Set.of("clear", "delete", "remove", "removeFirst", "removeLast", "setLength");

    private static final Set<String> WAITING =
            Set.of(
                    "acquire",
                    "arriveAndAwaitAdvance",
                    "await",
                    "awaitTermination",
                    "close",
                    "exchange",
                    "get",
                    "invokeAll",
                    "invokeAny",
                    "isAlive",
                    "isDone",
                    "join",
                    "onSpinWait",
                    "take",
                    "wait");

    private final Trees trees;
    private final BodyLints.Notes notes;
    private Tree started;
    private Tree grown;
    private boolean waits;
    private boolean shrinks;
    private int lambdas;

    CallLints(Trees trees, BodyLints.Notes notes) {
        this.trees = trees;
        this.notes = notes;
    }

    @Override
    public Void scan(TreePath path, Void nothing) {
        super.scan(path, nothing);
        if (started != null && !waits) {
            notes.add(
                    "leak",
                    started,
                    "Nothing here waits for what it starts: work that leaks past the method is not"
                            + " measured, and slows down the calls after it. Join it.");
        }
        if (grown != null && !shrinks) {
            notes.add(
                    "shared-state",
                    grown,
                    "It adds to a field in each call, so each call finds more there than the one"
                            + " before. Begin afresh in each call.");
        }
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        lambdas++;
        super.visitLambdaExpression(tree, nothing);
        lambdas--;
        return null;
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
        waits |= !tree.getResources().isEmpty();
        return super.visitTry(tree, nothing);
    }

    /** What a statement starts nobody can wait for later, but by other means. */
    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void nothing) {
        if (tree.getExpression() instanceof MethodInvocationTree call
                && starts(name(call), owner(new TreePath(getCurrentPath(), call)))
                && started == null) {
            started = tree;
        }
        return super.visitExpressionStatement(tree, nothing);
    }

    private static boolean starts(String name, String owner) {
        return switch (name) {
            case "startVirtualThread", "start" -> owner.startsWith("java.lang.Thread");
            case "runAsync", "supplyAsync" ->
                    owner.equals("java.util.concurrent.CompletableFuture");
            default -> false;
        };
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        String name = name(tree);
        String owner = owner(getCurrentPath());
        // A method of the version's own may wait, too; what others wait for does not count.
        boolean own = tree.getMethodSelect() instanceof IdentifierTree;
        waits |= lambdas == 0 && (own || WAITING.contains(name));
        shrinks |= SHRINKING.contains(name);
        if (PRINTERS.contains(owner) || name.equals("printStackTrace")) {
            notes.add(
                    "output",
                    tree,
                    "It prints. What it prints goes nowhere here; elsewhere the printing would take"
                            + " most of the time. Return what there is to tell.");
        }
        input(tree, name, owner);
        if (isParallel(tree) && tree.getArguments().stream().anyMatch(Blocking::in)) {
            notes.add(
                    "blocking-in-common-pool",
                    tree,
                    "A parallel stream runs on the common pool, which has few threads, and this"
                            + " blocks them. Give each task that waits a virtual thread.");
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    private void input(MethodInvocationTree tree, String name, String owner) {
        if (!tree.getArguments().isEmpty()
                && IN_PLACE.contains(name)
                && (owner.equals("java.util.Arrays") || owner.equals("java.util.Collections"))
                && isField(tree.getArguments().getFirst())) {
            notes.add(
                    "shared-state",
                    tree,
                    "It changes its own input, so only the first call gets what setup() made: what"
                            + " is sorted once stays sorted. Let each call change a copy.");
        }
        if (GROWING.contains(name)
                && tree.getMethodSelect() instanceof MemberSelectTree member
                && isField(member.getExpression())
                && !owner.startsWith("java.util.concurrent")
                && grown == null) {
            grown = tree;
        }
    }

    private boolean isField(ExpressionTree tree) {
        Element element = trees.getElement(new TreePath(getCurrentPath(), tree));
        return element != null
                && element.getKind() == ElementKind.FIELD
                && !BodyLints.isMadeInEachCall(element);
    }

    /** Whether it is called on a stream that was made parallel. */
    private static boolean isParallel(MethodInvocationTree tree) {
        ExpressionTree on = tree;
        while (on instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree member) {
            on = member.getExpression();
            if (on instanceof MethodInvocationTree before
                    && Set.of("parallel", "parallelStream").contains(name(before))) {
                return true;
            }
        }
        return false;
    }

    private static String name(MethodInvocationTree tree) {
        return BodyLints.name(tree.getMethodSelect());
    }

    private String owner(TreePath call) {
        Element called = trees.getElement(call);
        return called == null ? "" : String.valueOf(called.getEnclosingElement());
    }
}
