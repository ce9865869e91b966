package dev.interleave.grader.run;

import dev.interleave.grader.message.CompiledClass;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;

/**
 * Lets objects of a submission equal a stranger only if the stranger agrees: tests often ask the
 * submission's object, and one that is equal to everything would pass them all.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Equality {

    private static final String OWN = "equals$own";
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
    private static final ClassDesc HELPER = ClassDesc.of(Equality.class.getName());
    private static final MethodTypeDesc AGREED =
            MethodTypeDesc.of(
                    ConstantDescs.CD_boolean,
                    ConstantDescs.CD_Object,
                    ConstantDescs.CD_Object,
                    ConstantDescs.CD_boolean);

    private Equality() {}

    /** Called by what {@link #guard} made of {@code equals}. */
    public static boolean agreed(Object self, Object other, boolean own) {
        return own
                && other != null
                && (SubmissionClasses.isOfSubmission(other.getClass()) || other.equals(self));
    }

    /** The class with its {@code equals} guarded, if it has one. */
    static CompiledClass guard(CompiledClass file) {
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(file.bytes());
        return model.methods().stream().anyMatch(Equality::isEquals)
                ? new CompiledClass(
                        file.name(),
                        classFile.transformClass(
                                model, (ClassTransform) (out, part) -> guard(out, part, model)))
                : file;
    }

    private static void guard(ClassBuilder out, ClassElement part, ClassModel model) {
        if (!(part instanceof MethodModel method) || !isEquals(method)) {
            out.with(part);
            return;
        }
        out.withMethod(
                OWN,
                EQUALS,
                method.flags().flagsMask() & ~ClassFile.ACC_PUBLIC | ClassFile.ACC_PRIVATE,
                copy -> method.forEach(copy::with));
        out.withMethodBody(
                "equals",
                EQUALS,
                ClassFile.ACC_PUBLIC,
                code ->
                        code.aload(0)
                                .aload(1)
                                .aload(0)
                                .aload(1)
                                .invokespecial(model.thisClass().asSymbol(), OWN, EQUALS)
                                .invokestatic(HELPER, "agreed", AGREED)
                                .ireturn());
    }

    private static boolean isEquals(MethodModel method) {
        return method.methodName().equalsString("equals")
                && method.methodTypeSymbol().equals(EQUALS)
                && !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.ABSTRACT);
    }
}
