package dev.interleave.measurer.run;

import dev.interleave.measurer.message.CompiledClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of a version, beside the JDK and JMH. Threading: as class loaders are. */
final class VersionClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes = new HashMap<>();

    VersionClasses(List<CompiledClass> files) {
        super("version", VersionClasses.class.getClassLoader());
        files.forEach(file -> classes.put(file.name(), file.bytes()));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
