package dev.interleave.measurer.compile;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/** Whether code calls a method that waits, judged by its name. */
final class Blocking extends TreeScanner<Void, Void> {

    private static final Set<String> NAMES = Set.of("sleep", "park", "parkNanos", "await", "take");

    private boolean found;

    private Blocking() {}

    static boolean in(Tree tree) {
        Blocking blocking = new Blocking();
        blocking.scan(tree, null);
        return blocking.found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        String name =
                switch (tree.getMethodSelect()) {
                    case MemberSelectTree member -> member.getIdentifier().toString();
                    case IdentifierTree own -> own.getName().toString();
                    default -> "";
                };
        found |= NAMES.contains(name);
        return super.visitMethodInvocation(tree, nothing);
    }
}
