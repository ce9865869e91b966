package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.ThrowsClause;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the methods of a reference solution declare to throw, of the JDK's exceptions. */
final class ThrowsClauses {

    private ThrowsClauses() {}

    static List<ThrowsClause> in(List<CompiledClass> reference) {
        Set<String> own = reference.stream().map(CompiledClass::name).collect(Collectors.toSet());
        List<ThrowsClause> found = new ArrayList<>();
        for (CompiledClass file : reference) {
            for (MethodModel method : ClassFile.of().parse(file.bytes()).methods()) {
                List<String> exceptions =
                        method
                                .findAttribute(Attributes.exceptions())
                                .map(ThrowsClauses::names)
                                .orElse(List.of())
                                .stream()
                                .filter(name -> !own.contains(name))
                                .toList();
                if (!exceptions.isEmpty()) {
                    found.add(
                            new ThrowsClause(
                                    file.name(),
                                    method.methodName().stringValue(),
                                    ThrowsClause.parametersOf(method.methodType().stringValue()),
                                    exceptions));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> names(ExceptionsAttribute declared) {
        return declared.exceptions().stream()
                .map(type -> type.asInternalName().replace('/', '.'))
                .toList();
    }
}
