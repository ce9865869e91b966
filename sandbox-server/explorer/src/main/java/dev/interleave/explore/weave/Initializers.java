package dev.interleave.explore.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Lets a class that keeps state in static fields be initialized again in each run, without loading
 * it again: its static initializer becomes a method, and whoever uses the class calls {@code
 * interleave$ensure} first.
 */
final class Initializers {

    /** What the static initializer is called then. */
    static final String INITIALIZE = "interleave$initialize";

    private static final String ENSURE = "interleave$ensure";
    private static final String RUN = "interleave$run";
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final int HIDDEN_STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final Bundle bundle;
    private final ClassModel model;
    private final ClassDesc self;

    Initializers(Bundle bundle, ClassModel model) {
        this.bundle = bundle;
        this.model = model;
        this.self = model.thisClass().asSymbol();
    }

    /** Calls the initializer of a class unless it has run in this run. */
    static void ensure(CodeBuilder code, String internalName) {
        code.invokestatic(ClassDesc.ofInternalName(internalName), ENSURE, NOTHING);
    }

    /** The field, so that it can be written again. */
    static void field(ClassBuilder builder, FieldModel field) {
        var flags = field.flags().flagsMask();
        if (isReset(field)) flags &= ~ClassFile.ACC_FINAL;
        var kept = flags;
        builder.withField(
                field.fieldName(),
                field.fieldType(),
                fieldBuilder -> {
                    fieldBuilder.withFlags(kept);
                    for (FieldElement element : field) {
                        if (!(element instanceof java.lang.classfile.AccessFlags))
                            fieldBuilder.with(element);
                    }
                });
    }

    private static boolean isReset(FieldModel field) {
        var isStatic = (field.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
        return isStatic && field.findAttribute(Attributes.constantValue()).isEmpty();
    }

    void add(ClassBuilder builder) {
        builder.withField(RUN, ConstantDescs.CD_long, ClassFile.ACC_PRIVATE | HIDDEN_STATIC);
        builder.withMethodBody(
                ENSURE, NOTHING, ClassFile.ACC_PUBLIC | HIDDEN_STATIC, this::ensureBody);
    }

    private void ensureBody(CodeBuilder code) {
        var name = model.thisClass().asInternalName();
        var needed = code.newLabel();
        code.getstatic(self, RUN, ConstantDescs.CD_long).loadConstant(name);
        Hooks.call(code, Hooks.INITIALIZER, "needed", "(JLjava/lang/String;)Z");
        code.ifne(needed).return_().labelBinding(needed);
        Hooks.call(code, Hooks.INITIALIZER, "run", "()J");
        code.putstatic(self, RUN, ConstantDescs.CD_long);
        var start = code.newBoundLabel();
        model.superclass()
                .map(ClassEntry::asInternalName)
                .filter(bundle::isInitializedAgain)
                .ifPresent(parent -> ensure(code, parent));
        model.fields().stream().filter(Initializers::isReset).forEach(field -> reset(code, field));
        if (hasInitializer()) code.invokestatic(self, INITIALIZE, NOTHING);
        code.loadConstant(name);
        Hooks.call(code, Hooks.INITIALIZER, "done", "(Ljava/lang/String;)V");
        var end = code.newBoundLabel();
        code.return_();
        code.exceptionCatchAll(start, end, code.newBoundLabel());
        Hooks.call(code, Hooks.INITIALIZER, "failed", "(Ljava/lang/Throwable;)Ljava/lang/Error;");
        code.athrow();
    }

    private void reset(CodeBuilder code, FieldModel field) {
        var type = field.fieldTypeSymbol();
        switch (TypeKind.from(type).asLoadable()) {
            case LONG -> code.lconst_0();
            case FLOAT -> code.fconst_0();
            case DOUBLE -> code.dconst_0();
            case REFERENCE -> code.aconst_null();
            default -> code.iconst_0();
        }
        code.putstatic(self, field.fieldName().stringValue(), type);
    }

    private boolean hasInitializer() {
        return model.methods().stream()
                .anyMatch(method -> method.methodName().equalsString("<clinit>"));
    }

    /** Methods that others can call before anything else of the class has run. */
    static boolean isEntry(String method, boolean isStatic) {
        var generated = List.of("lambda$", "interleave$", "<clinit>");
        return method.equals("<init>")
                || isStatic && generated.stream().noneMatch(method::startsWith);
    }
}
