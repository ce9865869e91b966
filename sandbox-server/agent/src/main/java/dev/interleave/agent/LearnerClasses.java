package dev.interleave.agent;

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

    LearnerClasses(ClassLoader parent) {
        super("cells", parent);
    }

    void add(String name, byte[] file) {
        files.put(name, file);
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
        return defineClass(name, file, 0, file.length);
    }
}
