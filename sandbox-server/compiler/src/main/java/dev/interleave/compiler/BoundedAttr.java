package dev.interleave.compiler;

import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.util.Context;

/**
 * The part of javac that can take for ever, within a budget. A task that exceeds it ends with
 * {@link Budget.Exceeded}; its context must not be used again.
 */
final class BoundedAttr extends Attr {

    /** Concatenations of constants double as fast as one can type. */
    private static final int LONGEST_CONSTANT = 1 << 16;

    private final Budget budget;

    private BoundedAttr(Context context, Budget budget) {
        super(context);
        this.budget = budget;
    }

    /** For a context in which nothing has been attributed yet; others have it already. */
    static void install(Context context, Budget budget) {
        if (context.get(attrKey) == null) {
            context.put(attrKey, (Context.Factory<Attr>) c -> new BoundedAttr(c, budget));
        }
    }

    @Override
    public void visitApply(JCMethodInvocation tree) {
        budget.step();
        super.visitApply(tree);
    }

    @Override
    public void visitNewClass(JCNewClass tree) {
        budget.step();
        super.visitNewClass(tree);
    }

    @Override
    public void visitLambda(JCLambda tree) {
        budget.step();
        super.visitLambda(tree);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
        budget.step();
        super.visitReference(tree);
    }

    @Override
    public void visitConditional(JCConditional tree) {
        budget.step();
        super.visitConditional(tree);
    }

    @Override
    public void visitSwitchExpression(JCSwitchExpression tree) {
        budget.step();
        super.visitSwitchExpression(tree);
    }

    @Override
    public void visitBinary(JCBinary tree) {
        budget.step();
        super.visitBinary(tree);
        if (tree.type != null
                && tree.type.constValue() instanceof String s
                && s.length() > LONGEST_CONSTANT) {
            throw new Budget.Exceeded();
        }
    }
}
