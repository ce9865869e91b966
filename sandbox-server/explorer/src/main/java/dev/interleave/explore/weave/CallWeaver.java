package dev.interleave.explore.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Weaves the calls of one method: into a hook's call, or with hooks before and after. */
final class CallWeaver {

    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final ClassDesc EXECUTOR = ClassDesc.of("java.util.concurrent.Executor");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    private static final ClassDesc VIRTUAL_BUILDER =
            ClassDesc.of("java.lang.Thread$Builder$OfVirtual");
    private static final String PLATFORM_BUILDER = "java/lang/Thread$Builder$OfPlatform";
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String STAGE = "java/util/concurrent/CompletionStage";
    private static final Set<String> IGNORED_OF_PLATFORM =
            Set.of("daemon", "priority", "stackSize", "group");

    /** A call that must be ended even when it throws. */
    private record Guard(Label start, Label end, Label handler) {}

    private final MethodContext context;
    private final Redirects redirects;
    private final List<Guard> guards = new ArrayList<>();
    private int threadsBegun;

    CallWeaver(MethodContext context) {
        this.context = context;
        this.redirects = new Redirects(context.submission());
    }

    /** A new Thread was begun, and its constructor is to be called. */
    void beginThread() {
        threadsBegun++;
    }

    void weave(CodeBuilder code, InvokeInstruction call, int line) {
        var owner = call.owner().asInternalName();
        var name = call.name().stringValue();
        if (JdkMethods.leavesControl(owner, name)) {
            code.loadConstant(MethodContext.simple(owner) + "." + name);
            Hooks.call(code, Hooks.TASK, "uncontrolled", "(Ljava/lang/String;)V");
        }
        if (name.equals("<init>")) creation(code, call, owner);
        else if (owner.equals("java/lang/invoke/VarHandle")) varHandle(code, call, line);
        else if (owner.equals(PLATFORM_BUILDER)) platformBuilder(code, call);
        else method(code, call, owner, name, line);
    }

    private void creation(CodeBuilder code, InvokeInstruction call, String owner) {
        var type = call.typeSymbol();
        // Where none was begun it is the super(…) of a class that extends Thread.
        if (owner.equals("java/lang/Thread") && threadsBegun > 0) {
            threadsBegun--;
            code.invokestatic(Hooks.type(Hooks.THREAD), "create", type.changeReturnType(THREAD));
        } else if (owner.equals("java/util/Random") && type.parameterCount() == 0) {
            Hooks.call(code, Hooks.TIME, "seed", "()J");
            code.invokespecial(
                    call.owner().asSymbol(), "<init>", MethodTypeDesc.ofDescriptor("(J)V"));
        } else {
            code.with(call);
        }
    }

    private void method(
            CodeBuilder code, InvokeInstruction call, String owner, String name, int line) {
        var external =
                owner.startsWith("[")
                        ? null
                        : context.bundle().external(owner, name, call.type().stringValue());
        if (external == null) {
            code.with(call);
            return;
        }
        // Methods of Object are called on receivers of every type.
        var redirect = redirects.of(isObjectMethod(call) ? "java/lang/Object" : external, name);
        if (redirect != null && (call.opcode() != Opcode.INVOKESPECIAL || isObjectMethod(call))) {
            redirected(code, call, external, redirect, line);
        } else if (owner.equals("java/lang/Thread") && name.equals("ofPlatform")) {
            code.invokestatic(THREAD, "ofVirtual", MethodTypeDesc.of(VIRTUAL_BUILDER));
        } else if ((owner.equals(FUTURE) || owner.equals(STAGE)) && usesCommonPool(call)) {
            withExecutor(code, call, line);
        } else if (call.opcode() != Opcode.INVOKESTATIC && JdkMethods.maySynchronize(external)) {
            around(code, call.typeSymbol(), name, external, line, builder -> builder.with(call));
        } else {
            if (external.startsWith(Hooks.API)) here(code, call, line, "here");
            else if (JdkMethods.prints(external, name)) here(code, call, line, "prints");
            code.with(call);
        }
    }

    /**
     * Calls of the tests' API are shown in the lanes, but are no places to lose the turn; what
     * prints is one where the output counts.
     */
    private void here(CodeBuilder code, InvokeInstruction call, int line, String hook) {
        code.loadConstant(
                context.site(
                        line,
                        true,
                        MethodContext.simple(call.owner().asInternalName()) + "." + call.name()));
        Hooks.call(code, Hooks.TASK, hook, "(Ljava/lang/String;)V");
    }

    private static boolean isObjectMethod(InvokeInstruction call) {
        if (call.opcode() == Opcode.INVOKESTATIC) return false;
        return switch (call.name().stringValue()) {
            case "wait" -> Set.of("()V", "(J)V", "(JI)V").contains(call.type().stringValue());
            case "notify", "notifyAll" -> call.type().equalsString("()V");
            default -> false;
        };
    }

    private void redirected(
            CodeBuilder code,
            InvokeInstruction call,
            String external,
            Redirects.Redirect redirect,
            int line) {
        var type = call.typeSymbol();
        if (call.opcode() != Opcode.INVOKESTATIC) {
            var receiver =
                    isObjectMethod(call)
                            ? ConstantDescs.CD_Object
                            : ClassDesc.ofInternalName(external);
            type = type.insertParameterTypes(0, receiver);
        }
        if (redirect.sited()) {
            var name = call.name().stringValue();
            var what =
                    isObjectMethod(call)
                            ? name + "()"
                            : MethodContext.simple(external) + "." + name;
            var looks =
                    !name.startsWith("notify")
                            && !name.equals("unpark")
                            && !name.equals("interrupt");
            code.loadConstant(context.site(line, looks, what));
            type = type.insertParameterTypes(type.parameterCount(), STRING);
        }
        code.invokestatic(Hooks.type(redirect.hooks()), redirect.method(), type);
    }

    private static boolean usesCommonPool(InvokeInstruction call) {
        var name = call.name().stringValue();
        return name.endsWith("Async") && !call.typeSymbol().parameterList().contains(EXECUTOR);
    }

    private void withExecutor(CodeBuilder code, InvokeInstruction call, int line) {
        Hooks.call(code, Hooks.FUTURE, "executor", "()Ljava/util/concurrent/Executor;");
        var name = call.name().stringValue();
        var type = call.typeSymbol();
        var withExecutor = type.insertParameterTypes(type.parameterCount(), EXECUTOR);
        var owner = call.owner().asSymbol();
        switch (call.opcode()) {
            case INVOKESTATIC -> code.invokestatic(owner, name, withExecutor);
            case INVOKEINTERFACE ->
                    around(
                            code,
                            withExecutor,
                            name,
                            STAGE,
                            line,
                            builder -> builder.invokeinterface(owner, name, withExecutor));
            default ->
                    around(
                            code,
                            withExecutor,
                            name,
                            FUTURE,
                            line,
                            builder -> builder.invokevirtual(owner, name, withExecutor));
        }
    }

    private void around(
            CodeBuilder code,
            MethodTypeDesc type,
            String name,
            String external,
            int line,
            Consumer<CodeBuilder> call) {
        var arguments = Locals.store(code, type);
        var receiver = code.allocateLocal(TypeKind.REFERENCE);
        var site =
                context.site(
                        line, JdkMethods.looks(name), MethodContext.simple(external) + "." + name);
        code.dup().astore(receiver);
        var ofElement = JdkMethods.isOfElement(name) && arguments.isKind(0, TypeKind.INT);
        code.aload(receiver);
        if (ofElement) code.iload(arguments.slots()[0]);
        code.loadConstant(site).loadConstant(JdkMethods.flags(name, context.submission()));
        Hooks.call(
                code,
                Hooks.LIBRARY,
                ofElement ? "beforeElement" : "before",
                ofElement
                        ? "(Ljava/lang/Object;ILjava/lang/String;I)V"
                        : "(Ljava/lang/Object;Ljava/lang/String;I)V");
        arguments.load(code);
        guarded(code, receiver, call);
        code.aload(receiver);
        Hooks.call(code, Hooks.LIBRARY, "after", "(Ljava/lang/Object;)V");
        optimistic(code, external, name);
        if (!type.returnType().isPrimitive()) {
            code.dup().aload(receiver);
            Hooks.call(code, Hooks.LIBRARY, "result", "(Ljava/lang/Object;Ljava/lang/Object;)V");
        }
    }

    private static void optimistic(CodeBuilder code, String external, String name) {
        if (!external.equals("java/util/concurrent/locks/StampedLock")) return;
        var begins = name.equals("tryOptimisticRead");
        if (!begins
                && !name.equals("validate")
                && !name.startsWith("read")
                && !name.startsWith("write")) return;
        code.loadConstant(begins ? 1 : 0);
        Hooks.call(code, Hooks.LIBRARY, "optimistic", "(I)V");
    }

    private void varHandle(CodeBuilder code, InvokeInstruction call, int line) {
        var name = call.name().stringValue();
        if (call.opcode() == Opcode.INVOKESTATIC || !isAccess(name)) {
            code.with(call);
            return;
        }
        var type = call.typeSymbol();
        var arguments = Locals.store(code, type);
        code.dup();
        if (arguments.isKind(0, TypeKind.REFERENCE)) code.aload(arguments.slots()[0]);
        else code.aconst_null();
        if (arguments.isKind(1, TypeKind.INT)) code.iload(arguments.slots()[1]);
        else code.loadConstant(0);
        var mode = JdkMethods.accessMode(name);
        code.loadConstant(mode)
                .loadConstant(
                        context.site(
                                line,
                                name.startsWith("get") && !name.startsWith("getAnd"),
                                "VarHandle." + name));
        Hooks.call(
                code,
                Hooks.VAR_HANDLE,
                "access",
                "(Ljava/lang/invoke/VarHandle;Ljava/lang/Object;IILjava/lang/String;)V");
        arguments.load(code);
        code.with(call);
    }

    private static boolean isAccess(String name) {
        return name.startsWith("get")
                || name.startsWith("set")
                || name.startsWith("compareAnd")
                || name.startsWith("weakCompareAnd");
    }

    private static void platformBuilder(CodeBuilder code, InvokeInstruction call) {
        var name = call.name().stringValue();
        var type = call.typeSymbol();
        if (IGNORED_OF_PLATFORM.contains(name)) {
            for (var parameter : type.parameterList()) {
                if (TypeKind.from(parameter).slotSize() == 2) code.pop2();
                else code.pop();
            }
            return;
        }
        var virtual =
                MethodTypeDesc.ofDescriptor(
                        type.descriptorString().replace("$OfPlatform;", "$OfVirtual;"));
        code.invokeinterface(VIRTUAL_BUILDER, name, virtual);
    }

    /**
     * The handler stands beside the call, so that it lies in the same try blocks and what it throws
     * is caught there.
     */
    private void guarded(CodeBuilder code, int receiver, Consumer<CodeBuilder> call) {
        var thrown = code.allocateLocal(TypeKind.REFERENCE);
        var start = code.newBoundLabel();
        call.accept(code);
        var end = code.newBoundLabel();
        var done = code.newLabel();
        code.goto_(done);
        var handler = code.newBoundLabel();
        code.astore(thrown).aload(receiver);
        Hooks.call(code, Hooks.LIBRARY, "threw", "(Ljava/lang/Object;)V");
        code.aload(thrown).athrow();
        code.labelBinding(done);
        guards.add(new Guard(start, end, handler));
    }

    /**
     * Adds the handlers' ranges; they must come before those of the source, which lie around them.
     */
    void addHandlers(CodeBuilder code) {
        for (var guard : guards)
            code.exceptionCatchAll(guard.start(), guard.end(), guard.handler());
    }
}
