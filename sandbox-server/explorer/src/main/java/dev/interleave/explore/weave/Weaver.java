package dev.interleave.explore.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Puts scheduling points into class files: around accesses to memory, monitors, calls into the JDK
 * that synchronize, threads and clocks. The source, its lines and its meaning stay.
 *
 * <p>Threading: a weaver is used by one thread; what it makes is immutable.
 */
public final class Weaver {

    private Weaver() {}

    /**
     * Weaves all classes of a program: the submission and the tests that use it.
     *
     * @param classes class files by binary name
     * @param submission which of them are the submission, whose memory accesses are judged
     * @param libraries loads the classes that both use and that are not woven
     * @param showsValues whether replays show what is read and written, which costs time
     * @return class files by binary name, the same names
     * @throws UnweavableException if there is no room for scheduling points in one of them
     */
    public static Map<String, byte[]> weave(
            Map<String, byte[]> classes,
            Predicate<String> submission,
            ClassLoader libraries,
            boolean showsValues) {
        var parsed = ClassFile.of();
        var bundle = new Bundle(showsValues);
        classes.forEach((name, bytes) -> bundle.add(parsed.parse(bytes)));
        var classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(resolver(bundle, libraries)),
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
        var woven = new TreeMap<String, byte[]>();
        for (var name : classes.keySet()) {
            var weaving =
                    new ClassWeaver(
                            bundle, bundle.model(name.replace('.', '/')), submission.test(name));
            woven.put(name, woven(name, weaving, classFile));
        }
        return woven;
    }

    private static byte[] woven(String name, ClassWeaver weaving, ClassFile classFile) {
        try {
            return weaving.weave(classFile);
        } catch (IllegalArgumentException e) {
            throw new UnweavableException(name, e);
        }
    }

    private static ClassHierarchyResolver resolver(Bundle bundle, ClassLoader libraries) {
        return ((ClassHierarchyResolver) bundle::hierarchy)
                .orElse(ClassHierarchyResolver.ofClassLoading(libraries))
                .cached();
    }
}
