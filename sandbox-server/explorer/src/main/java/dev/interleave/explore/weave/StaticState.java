package dev.interleave.explore.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Collection;
import java.util.Set;

/** Whether classes keep something in static fields that one run could leave to the next. */
public final class StaticState {

    private static final int STATIC_FINAL = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    private static final int GENERATED = ClassFile.ACC_SYNTHETIC | ClassFile.ACC_ENUM;

    /**
     * Objects of these types are constants, or hold nothing but a monitor, which a run keeps apart.
     */
    private static final Set<String> CONSTANTS =
            Set.of(
                    "Ljava/lang/String;",
                    "Ljava/lang/Object;",
                    "Ljava/lang/Integer;",
                    "Ljava/lang/Long;",
                    "Ljava/time/Duration;",
                    "Ljava/lang/invoke/VarHandle;");

    /** What initializers call to make constants. */
    private static final Set<String> MAKING_CONSTANTS =
            Set.of(
                    "newUpdater",
                    "$values",
                    "values",
                    "ordinal",
                    "clone",
                    "desiredAssertionStatus",
                    "valueOf");

    private StaticState() {}

    /** Whether each run needs classes of its own, because initializing them again is not enough. */
    public static boolean needsNewClasses(Collection<byte[]> classes) {
        return classes.stream()
                .map(ClassFile.of()::parse)
                .anyMatch(model -> isKept(model) && !canBeInitializedAgain(model));
    }

    /** Whether a class keeps something, and forgets it when its initializer runs again. */
    static boolean isInitializedAgain(ClassModel model) {
        return isKept(model) && canBeInitializedAgain(model);
    }

    /**
     * The JVM remembers the constants of an enum, and the fields of an interface are final for
     * ever.
     */
    private static boolean canBeInitializedAgain(ClassModel model) {
        return !isEnum(model) && (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) == 0;
    }

    private static boolean isEnum(ClassModel model) {
        return (model.flags().flagsMask() & ClassFile.ACC_ENUM) != 0;
    }

    private static boolean isKept(ClassModel model) {
        return model.fields().stream()
                        .anyMatch(field -> isVariable(field) || isEnum(model) && isMutable(field))
                || model.methods().stream().anyMatch(method -> isActive(model, method));
    }

    private static boolean isMutable(FieldModel field) {
        return (field.flags().flagsMask() & STATIC_FINAL) == 0;
    }

    private static boolean isVariable(FieldModel field) {
        var flags = field.flags().flagsMask();
        if ((flags & ClassFile.ACC_STATIC) == 0 || (flags & GENERATED) != 0) return false;
        if ((flags & STATIC_FINAL) != STATIC_FINAL) return true;
        var type = field.fieldType().stringValue();
        return type.length() > 1 && !CONSTANTS.contains(type) && !type.endsWith("FieldUpdater;");
    }

    /**
     * An initializer that does more than make constants must run in each run, where it can be seen.
     */
    private static boolean isActive(ClassModel model, MethodModel method) {
        if (!method.methodName().equalsString("<clinit>") || method.code().isEmpty()) return false;
        for (var element : method.code().get()) {
            if (element instanceof InvokeInstruction call && !makesConstant(model, call))
                return true;
        }
        return false;
    }

    private static boolean makesConstant(ClassModel model, InvokeInstruction call) {
        var owner = call.owner().asInternalName();
        if (MAKING_CONSTANTS.contains(call.name().stringValue())
                || owner.startsWith("java/lang/invoke/")) return true;
        var harmless =
                isEnum(model)
                        || owner.equals("java/lang/Object")
                        || owner.startsWith("java/lang/") && owner.endsWith("Error");
        return call.name().equalsString("<init>") && harmless;
    }
}
