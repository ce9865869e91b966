package dev.interleave.explore.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Turns references to methods of the JDK, such as {@code latch::countDown}, into references to
 * woven methods that call them, because the JDK would call itself unseen.
 */
final class MethodReferences {

    private static final int FLAGS =
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    private static final int IMPLEMENTATION = 1;

    private record Bridge(
            String name, MethodTypeDesc type, DirectMethodHandleDesc target, int line) {}

    private final Bundle bundle;
    private final ClassModel model;
    private final List<Bridge> bridges = new ArrayList<>();

    MethodReferences(Bundle bundle, ClassModel model) {
        this.bundle = bundle;
        this.model = model;
    }

    /**
     * The instruction that makes the same function of a woven method, or the instruction itself.
     */
    InvokeDynamicInstruction bridged(
            InvokeDynamicInstruction lambda, MethodContext context, int line) {
        var arguments = lambda.bootstrapArgs();
        if (!lambda.bootstrapMethod()
                        .owner()
                        .descriptorString()
                        .equals("Ljava/lang/invoke/LambdaMetafactory;")
                || arguments.size() <= IMPLEMENTATION
                || !(arguments.get(IMPLEMENTATION) instanceof DirectMethodHandleDesc target)
                || !concerns(target)) {
            return lambda;
        }
        var bridge = new Bridge(name(context), bridgeType(lambda, target), target, line);
        bridges.add(bridge);
        var implementation =
                MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC,
                        model.thisClass().asSymbol(),
                        bridge.name(),
                        bridge.type());
        var replaced = new ArrayList<ConstantDesc>(arguments);
        replaced.set(IMPLEMENTATION, implementation);
        return InvokeDynamicInstruction.of(
                java.lang.classfile.constantpool.ConstantPoolBuilder.of()
                        .invokeDynamicEntry(
                                DynamicCallSiteDesc.of(
                                        lambda.bootstrapMethod(),
                                        lambda.name().stringValue(),
                                        lambda.typeSymbol(),
                                        replaced.toArray(ConstantDesc[]::new))));
    }

    /** Like the body of a lambda in the same method. */
    private String name(MethodContext context) {
        var method =
                context.isConstructor()
                        ? "new"
                        : context.isInitializer() ? "static" : context.name();
        return "lambda$%s$reference%d".formatted(method, bridges.size());
    }

    private boolean concerns(DirectMethodHandleDesc target) {
        if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR || target.owner().isArray())
            return false;
        var owner = internalName(target.owner());
        if (bundle.model(owner) != null) return false;
        return JdkMethods.maySynchronize(owner)
                || owner.equals("java/lang/Thread")
                || owner.equals("java/lang/System")
                || owner.equals("java/lang/Object");
    }

    /**
     * The receiver and the parameters; a captured receiver has the type that it is captured with.
     */
    private static MethodTypeDesc bridgeType(
            InvokeDynamicInstruction lambda, DirectMethodHandleDesc target) {
        var type = target.invocationType();
        var captured = lambda.typeSymbol();
        for (var i = 0; i < captured.parameterCount(); i++) {
            type = type.changeParameterType(i, captured.parameterType(i));
        }
        return type;
    }

    private static String internalName(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /** Adds the methods that the references now mean, woven. */
    void addBridges(ClassBuilder builder, BiConsumer<ClassBuilder, MethodModel> weave) {
        if (bridges.isEmpty()) return;
        var plain =
                ClassFile.of()
                        .parse(
                                ClassFile.of()
                                        .build(
                                                model.thisClass().asSymbol(),
                                                scratch -> {
                                                    for (var bridge : bridges) {
                                                        scratch.withMethodBody(
                                                                bridge.name(),
                                                                bridge.type(),
                                                                FLAGS,
                                                                code -> {
                                                                    code.lineNumber(
                                                                            Math.max(
                                                                                    1,
                                                                                    bridge.line()));
                                                                    for (var i = 0;
                                                                            i
                                                                                    < bridge.type()
                                                                                            .parameterCount();
                                                                            i++) {
                                                                        code.loadLocal(
                                                                                TypeKind.from(
                                                                                        bridge.type()
                                                                                                .parameterType(
                                                                                                        i)),
                                                                                code.parameterSlot(
                                                                                        i));
                                                                    }
                                                                    var target = bridge.target();
                                                                    var type =
                                                                            MethodTypeDesc
                                                                                    .ofDescriptor(
                                                                                            target
                                                                                                    .lookupDescriptor());
                                                                    switch (target.kind()) {
                                                                        case STATIC ->
                                                                                code.invokestatic(
                                                                                        target
                                                                                                .owner(),
                                                                                        target
                                                                                                .methodName(),
                                                                                        type);
                                                                        case INTERFACE_STATIC ->
                                                                                code.invokestatic(
                                                                                        target
                                                                                                .owner(),
                                                                                        target
                                                                                                .methodName(),
                                                                                        type,
                                                                                        true);
                                                                        case INTERFACE_VIRTUAL ->
                                                                                code
                                                                                        .invokeinterface(
                                                                                                target
                                                                                                        .owner(),
                                                                                                target
                                                                                                        .methodName(),
                                                                                                type);
                                                                        default ->
                                                                                code.invokevirtual(
                                                                                        target
                                                                                                .owner(),
                                                                                        target
                                                                                                .methodName(),
                                                                                        type);
                                                                    }
                                                                    code.return_(
                                                                            TypeKind.from(
                                                                                    bridge.type()
                                                                                            .returnType()));
                                                                });
                                                    }
                                                }));
        for (var method : plain.methods()) weave.accept(builder, method);
    }
}
