package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompiledClass;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of some types class files name. A submission could declare a type that its tests then take
 * for another one, such as a {@code Thread} of its own, or give an object with an {@code equals} of
 * its own where the exercise has a number; so tests may use no other types of a submission than
 * they use of the reference.
 */
final class TypesUsed {

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>()\\[]+)[;<]");

    private TypesUsed() {}

    static Set<String> in(List<CompiledClass> users, Collection<String> types) {
        Set<String> found = new TreeSet<>();
        for (CompiledClass user : users) {
            for (PoolEntry entry : ClassFile.of().parse(user.bytes()).constantPool()) {
                switch (entry) {
                    case ClassEntry type -> found.add(type.asInternalName());
                    case Utf8Entry text -> addTypesOf(text.stringValue(), found);
                    default -> {}
                }
            }
        }
        Set<String> names = new TreeSet<>();
        found.forEach(name -> names.add(name.replace('/', '.')));
        names.retainAll(types);
        return names;
    }

    private static void addTypesOf(String descriptor, Set<String> found) {
        Matcher type = IN_DESCRIPTOR.matcher(descriptor);
        while (type.find()) {
            found.add(type.group(1));
        }
    }
}
