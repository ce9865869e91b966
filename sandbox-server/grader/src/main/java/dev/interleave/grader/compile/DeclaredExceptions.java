package dev.interleave.grader.compile;

import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.ThrowsClause;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.constant.ClassDesc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Class files that declare the exceptions of the exercise, for the compiler of its tests only.
 *
 * <p>A method that swallows an exception need not declare it, and javac refuses tests that catch
 * what is never thrown. Such a submission is to hear from the tests what is wrong with it.
 */
record DeclaredExceptions(List<ThrowsClause> clauses) {

    CompiledClass added(CompiledClass file) {
        List<ThrowsClause> own =
                clauses.stream().filter(clause -> clause.type().equals(file.name())).toList();
        if (own.isEmpty()) {
            return file;
        }
        ClassTransform transform =
                (builder, element) -> {
                    if (element instanceof MethodModel method) {
                        builder.transformMethod(method, declaring(exceptions(method, own)));
                    } else {
                        builder.with(element);
                    }
                };
        ClassFile classFile = ClassFile.of();
        return new CompiledClass(
                file.name(), classFile.transformClass(classFile.parse(file.bytes()), transform));
    }

    /** Those that it declares, and those that the exercise does. */
    private static Set<ClassDesc> exceptions(MethodModel method, List<ThrowsClause> clauses) {
        Set<ClassDesc> all = new LinkedHashSet<>();
        method.findAttribute(Attributes.exceptions())
                .ifPresent(own -> own.exceptions().forEach(type -> all.add(type.asSymbol())));
        clauses.stream()
                .filter(clause -> method.methodName().equalsString(clause.method()))
                .filter(clause -> clause.parameters().equals(parameters(method)))
                .flatMap(clause -> clause.exceptions().stream())
                .map(ClassDesc::of)
                .forEach(all::add);
        return all;
    }

    private static String parameters(MethodModel method) {
        return ThrowsClause.parametersOf(method.methodType().stringValue());
    }

    private static MethodTransform declaring(Set<ClassDesc> exceptions) {
        if (exceptions.isEmpty()) {
            return MethodTransform.ACCEPT_ALL;
        }
        return MethodTransform.dropping(ExceptionsAttribute.class::isInstance)
                .andThen(
                        MethodTransform.endHandler(
                                method ->
                                        method.with(
                                                ExceptionsAttribute.ofSymbols(
                                                        List.copyOf(exceptions)))));
    }
}
