package dev.interleave.explore.weave;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Set;

/** Weaves one class: its methods, and a field in which its objects carry their shadow. */
final class ClassWeaver {

    private static final ClassDesc SHADOWED = Hooks.type("Shadowed");
    private static final String SHADOW = "interleave$shadow";
    private static final int HIDDEN = ClassFile.ACC_SYNTHETIC | ClassFile.ACC_TRANSIENT;

    /** Methods that the JDK calls on objects of the submission. */
    private static final Set<String> CALLED_BY_JDK =
            Set.of(
                    "run",
                    "call",
                    "get",
                    "accept",
                    "apply",
                    "test",
                    "compare",
                    "compareTo",
                    "execute",
                    "newThread",
                    "join",
                    "onFork",
                    "onComplete");

    private final Bundle bundle;
    private final ClassModel model;
    private final boolean submission;
    private final String name;

    ClassWeaver(Bundle bundle, ClassModel model, boolean submission) {
        this.bundle = bundle;
        this.model = model;
        this.submission = submission;
        this.name = model.thisClass().asInternalName();
    }

    byte[] weave(ClassFile classFile) {
        var references = new MethodReferences(bundle, model);
        var transform =
                ClassTransform.ofStateful(
                        () ->
                                (builder, element) -> {
                                    switch (element) {
                                        case MethodModel method when method.code().isPresent() ->
                                                method(builder, method, references);
                                        case FieldModel field when initializedAgain() ->
                                                Initializers.field(builder, field);
                                        case Interfaces interfaces when carriesShadow() ->
                                                builder.with(withShadowed(builder, interfaces));
                                        default -> builder.with(element);
                                    }
                                });
        return classFile.transformClass(
                model,
                transform.andThen(
                        ClassTransform.endHandler(
                                builder -> {
                                    references.addBridges(builder, this::bridge);
                                    if (initializedAgain()) {
                                        new Initializers(bundle, model).add(builder);
                                    }
                                    if (!carriesShadow()) return;
                                    if (model.interfaces().isEmpty()) {
                                        builder.withInterfaceSymbols(SHADOWED);
                                    }
                                    addShadow(builder);
                                })));
    }

    private boolean initializedAgain() {
        return bundle.isInitializedAgain(name);
    }

    private boolean carriesShadow() {
        return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) == 0
                && model.superclass()
                        .filter(parent -> bundle.model(parent.asInternalName()) == null)
                        .isPresent();
    }

    private static Interfaces withShadowed(ClassBuilder builder, Interfaces present) {
        var all = new ArrayList<>(present.interfaces());
        all.add(builder.constantPool().classEntry(SHADOWED));
        return Interfaces.of(all);
    }

    private void addShadow(ClassBuilder builder) {
        var self = model.thisClass().asSymbol();
        var flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;
        builder.withField(SHADOW, ConstantDescs.CD_Object, ClassFile.ACC_PRIVATE | HIDDEN);
        builder.withMethodBody(
                SHADOW,
                MethodTypeDesc.of(ConstantDescs.CD_Object),
                flags,
                code -> code.aload(0).getfield(self, SHADOW, ConstantDescs.CD_Object).areturn());
        var setter = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
        builder.withMethodBody(
                SHADOW,
                setter,
                flags,
                code ->
                        code.aload(0)
                                .aload(1)
                                .putfield(self, SHADOW, ConstantDescs.CD_Object)
                                .return_());
    }

    private void method(ClassBuilder builder, MethodModel method, MethodReferences references) {
        var flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
        var context = context(method);
        var moves = context.isInitializer() && initializedAgain();
        builder.withMethod(
                moves ? Initializers.INITIALIZE : method.methodName().stringValue(),
                method.methodTypeSymbol(),
                moves ? flags | ClassFile.ACC_SYNTHETIC : flags,
                methodBuilder -> {
                    for (var element : method) {
                        switch (element) {
                            case CodeModel code ->
                                    methodBuilder.transformCode(
                                            code, new MethodWeaver(context, references));
                            case AccessFlags _ -> {}
                            default -> methodBuilder.with(element);
                        }
                    }
                });
    }

    private void bridge(ClassBuilder builder, MethodModel bridge) {
        method(builder, bridge, new MethodReferences(bundle, model));
    }

    private MethodContext context(MethodModel method) {
        var methodName = method.methodName().stringValue();
        var callback =
                CALLED_BY_JDK.contains(methodName)
                        || bundle.isCallback(name, methodName, method.methodType().stringValue());
        return new MethodContext(
                bundle,
                name,
                methodName,
                (method.flags().flagsMask() & ClassFile.ACC_STATIC) != 0,
                (method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) != 0,
                callback && !methodName.startsWith("<"),
                submission,
                firstLine(method));
    }

    private static int firstLine(MethodModel method) {
        for (var element : method.code().orElseThrow()) {
            if (element instanceof LineNumber number) return number.line();
        }
        return 0;
    }
}
