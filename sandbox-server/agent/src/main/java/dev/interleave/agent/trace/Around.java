package dev.interleave.agent.trace;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.function.Consumer;

/** Puts code before the first instruction of a method and before everything that ends it. */
final class Around implements CodeTransform {

    private final Consumer<CodeBuilder> enter;
    private final Consumer<CodeBuilder> exit;
    private final boolean guarded;
    private Label start;

    /**
     * @param guarded whether an exception that leaves the method ends it too
     */
    Around(Consumer<CodeBuilder> enter, Consumer<CodeBuilder> exit, boolean guarded) {
        this.enter = enter;
        this.exit = exit;
        this.guarded = guarded;
    }

    @Override
    public void atStart(CodeBuilder code) {
        enter.accept(code);
        start = code.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            exit.accept(code);
        }
        code.with(element);
    }

    @Override
    public void atEnd(CodeBuilder code) {
        if (guarded) {
            var end = code.newBoundLabel();
            var handler = code.newBoundLabel();
            exit.accept(code);
            code.athrow();
            code.exceptionCatchAll(start, end, handler);
        }
    }
}
