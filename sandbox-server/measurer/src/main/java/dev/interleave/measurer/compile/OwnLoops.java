package dev.interleave.measurer.compile;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loops that do the same again and again: what does not change in them the JIT may do once, before
 * the loop.
 */
final class OwnLoops {

    private OwnLoops() {}

    /** Whether all that a loop does is to compute the same value each time. */
    static boolean repeats(ForLoopTree loop) {
        if (loop.getInitializer().size() != 1
                || !(loop.getInitializer().getFirst() instanceof VariableTree counter)
                || !(only(loop.getStatement()) instanceof ExpressionStatementTree statement)) {
            return false;
        }
        return switch (statement.getExpression()) {
            case AssignmentTree one -> same(one.getVariable(), one.getExpression(), counter);
            case CompoundAssignmentTree one ->
                    same(one.getVariable(), one.getExpression(), counter);
            default -> false;
        };
    }

    private static StatementTree only(StatementTree body) {
        if (body instanceof BlockTree block) {
            List<? extends StatementTree> all = block.getStatements();
            return all.size() == 1 ? all.getFirst() : null;
        }
        return body;
    }

    private static boolean same(ExpressionTree result, ExpressionTree value, VariableTree counter) {
        if (!(result instanceof IdentifierTree name)) {
            return false;
        }
        Names names = new Names();
        names.scan(value, null);
        return !names.makes
                && !names.all.contains(name.getName().toString())
                && !names.all.contains(counter.getName().toString());
    }

    /** What an expression names, and whether it makes anything. */
    private static final class Names extends TreeScanner<Void, Void> {

        private final Set<String> all = new HashSet<>();
        private boolean makes;

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            all.add(tree.getName().toString());
            return null;
        }

        @Override
        public Void scan(Tree tree, Void nothing) {
            makes |=
                    tree instanceof NewClassTree
                            || tree instanceof LambdaExpressionTree
                            || tree instanceof MemberReferenceTree;
            return super.scan(tree, nothing);
        }
    }
}
