package dev.interleave.explore.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Weaves the code of one method. */
final class MethodWeaver implements CodeTransform {

    private final MethodContext context;
    private final MethodReferences references;
    private final FieldWeaver fields;
    private final CallWeaver calls;
    private final Set<Label> passed = new HashSet<>();
    private final List<ExceptionCatch> catches = new ArrayList<>();
    private Label start;
    private int line;
    private boolean skipDup;

    MethodWeaver(MethodContext context, MethodReferences references) {
        this.context = context;
        this.references = references;
        this.fields = new FieldWeaver(context);
        this.calls = new CallWeaver(context);
    }

    private boolean hasBorders() {
        return context.isSynchronized() || context.callback() || context.isInitializer();
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (context.bundle().isInitializedAgain(context.owner())
                && Initializers.isEntry(context.name(), context.isStatic())) {
            Initializers.ensure(code, context.owner());
        }
        if (!hasBorders()) return;
        if (context.isInitializer()) Hooks.call(code, Hooks.TASK, "enterInitializer", "()V");
        if (context.callback()) Hooks.call(code, Hooks.TASK, "enter", "()V");
        if (context.isSynchronized()) {
            loadMonitor(code);
            code.loadConstant(context.site(line, true, "enter " + context.name()));
            Hooks.call(code, Hooks.MONITOR, "enter", "(Ljava/lang/Object;Ljava/lang/String;)V");
        }
        start = code.newBoundLabel();
    }

    private void leave(CodeBuilder code) {
        if (context.isSynchronized()) {
            loadMonitor(code);
            Hooks.call(code, Hooks.MONITOR, "exit", "(Ljava/lang/Object;)V");
        }
        if (context.callback()) Hooks.call(code, Hooks.TASK, "exit", "()V");
        if (context.isInitializer()) Hooks.call(code, Hooks.TASK, "leaveInitializer", "()V");
    }

    private void loadMonitor(CodeBuilder code) {
        if (context.isStatic()) code.ldc(ClassDesc.ofInternalName(context.owner()));
        else code.aload(0);
    }

    @Override
    public void atEnd(CodeBuilder code) {
        var end = hasBorders() ? code.newBoundLabel() : null;
        // The order is the order of precedence: what is innermost comes first.
        calls.addHandlers(code);
        catches.forEach(code::with);
        if (!hasBorders()) return;
        var handler = code.newBoundLabel();
        var thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown);
        leave(code);
        code.aload(thrown).athrow();
        code.exceptionCatchAll(start, end, handler);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case ExceptionCatch handler -> catches.add(handler);
            case LineNumber number -> {
                line = number.line();
                code.with(number);
            }
            case LabelTarget target -> {
                passed.add(target.label());
                code.with(target);
            }
            case BranchInstruction branch -> {
                if (passed.contains(branch.target())) Hooks.call(code, Hooks.TASK, "loop", "()V");
                code.with(branch);
            }
            case ReturnInstruction exit -> {
                if (hasBorders()) leave(code);
                code.with(exit);
            }
            case MonitorInstruction monitor -> monitor(code, monitor);
            case FieldInstruction field -> fields.weave(code, field, line);
            case ArrayLoadInstruction load -> fields.load(code, load, line);
            case ArrayStoreInstruction store -> fields.store(code, store, line);
            case NewObjectInstruction creation when isThread(creation) -> {
                skipDup = true;
                calls.beginThread();
            }
            case StackInstruction stack when skipDup && stack.opcode() == Opcode.DUP ->
                    skipDup = false;
            case InvokeInstruction call -> calls.weave(code, call, line);
            case InvokeDynamicInstruction lambda ->
                    code.with(references.bridged(lambda, context, line));
            default -> code.with(element);
        }
    }

    /**
     * A new Thread becomes the call of a hook that makes one, so there is nothing to allocate or to
     * copy.
     */
    private static boolean isThread(NewObjectInstruction creation) {
        return creation.className().asInternalName().equals("java/lang/Thread");
    }

    private void monitor(CodeBuilder code, MonitorInstruction monitor) {
        if (monitor.opcode() == Opcode.MONITORENTER) {
            code.loadConstant(context.site(line, true, "enter synchronized"));
            Hooks.call(code, Hooks.MONITOR, "enter", "(Ljava/lang/Object;Ljava/lang/String;)V");
        } else {
            Hooks.call(code, Hooks.MONITOR, "exit", "(Ljava/lang/Object;)V");
        }
    }
}
