package dev.interleave.agent;

import dev.interleave.agent.trace.Hooks;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines the classes that the compiler made, each when it is used first. The parent sees the JDK
 * and the libraries of the lesson.
 *
 * <p>Threading: the reader adds, any thread of the learner's loads.
 */
final class LearnerClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile Hooks hooks;

    LearnerClasses(ClassLoader parent) {
        super("cells", parent);
    }

    void add(String name, byte[] file) {
        files.put(name, file);
    }

    /** Defines classes so that a recording sees what they do. */
    void trace(Hooks tracing) {
        hooks = tracing;
    }

    /** Frees the bytes of classes that have been defined. */
    void forgetDefined() {
        for (String name : files.keySet()) {
            if (findLoadedClass(name) != null) {
                files.remove(name);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] defined = hooks == null ? file : hooks.rewrite(file, this::hierarchy);
        return defineClass(name, defined, 0, defined.length);
    }

    /** What a class of the learner's extends, which need not be defined yet; null for others. */
    private ClassHierarchyInfo hierarchy(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        byte[] file = files.get(name);
        if (file != null) {
            return ClassHierarchyResolver.ofResourceParsing(_ -> new ByteArrayInputStream(file))
                    .getClassInfo(type);
        }
        Class<?> defined = findLoadedClass(name);
        if (defined == null) {
            return null;
        }
        return defined.isInterface()
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        defined.getSuperclass().describeConstable().orElse(null));
    }
}
