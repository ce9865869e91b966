package dev.interleave.grader.compile;

import dev.interleave.grader.message.CompiledClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Keeps class files in memory: those that may be seen, and those that are written. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    /** A class file in memory. */
    private static final class MemoryClass extends SimpleJavaFileObject {

        final String name;
        private byte[] bytes;

        MemoryClass(String name, byte[] bytes) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    bytes = toByteArray();
                }
            };
        }
    }

    private final Map<String, MemoryClass> visible = new LinkedHashMap<>();
    private final Map<String, MemoryClass> written = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager files, List<CompiledClass> visible) {
        super(files);
        for (CompiledClass file : visible) {
            this.visible.put(file.name(), new MemoryClass(file.name(), file.bytes()));
        }
    }

    List<CompiledClass> written() {
        return written.values().stream().map(c -> new CompiledClass(c.name, c.bytes)).toList();
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        List<JavaFileObject> files = new ArrayList<>();
        if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
            visible.values().stream()
                    .filter(file -> packageOf(file.name).equals(packageName))
                    .forEach(files::add);
        }
        super.list(location, packageName, kinds, recurse).forEach(files::add);
        return files;
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof MemoryClass memory
                ? memory.name
                : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, Kind kind, FileObject sibling) {
        MemoryClass file = new MemoryClass(className, new byte[0]);
        written.put(className, file);
        return file;
    }
}
