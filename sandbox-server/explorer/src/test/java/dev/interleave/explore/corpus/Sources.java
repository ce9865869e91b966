package dev.interleave.explore.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory. */
public final class Sources {

    private final Map<String, byte[]> classPath = new HashMap<>();
    private final List<String> options;

    public Sources(String... options) {
        this.options = List.of(options);
    }

    /** Makes classes visible to what is compiled afterwards. */
    public Sources with(Map<String, byte[]> classes) {
        classPath.putAll(classes);
        return this;
    }

    /** Compiles one source; class files by binary name. */
    public Map<String, byte[]> compile(String className, Path source) {
        try {
            return compile(className, Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, byte[]> compile(String className, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var all = new ArrayList<>(options);
        all.addAll(List.of("-g", "-proc:none", "-nowarn"));
        try (var standard = compiler.getStandardFileManager(diagnostics, null, null)) {
            var files = new InMemory(standard, classPath);
            var unit = new Source(className, source);
            if (!compiler.getTask(null, files, diagnostics, all, null, List.of(unit)).call()) {
                throw new IllegalArgumentException(
                        className + " does not compile: " + diagnostics.getDiagnostics());
            }
            return files.compiled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Compiled extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String name;

        Compiled(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public java.io.InputStream openInputStream() {
            return new java.io.ByteArrayInputStream(bytes.toByteArray());
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Compiled> outputs = new HashMap<>();
        private final Map<String, Compiled> inputs = new HashMap<>();

        InMemory(JavaFileManager standard, Map<String, byte[]> classPath) {
            super(standard);
            classPath.forEach(
                    (name, bytes) -> {
                        var input = new Compiled(name);
                        input.bytes.writeBytes(bytes);
                        inputs.put(name, input);
                    });
        }

        Map<String, byte[]> compiled() {
            var result = new HashMap<String, byte[]>();
            outputs.forEach((name, output) -> result.put(name, output.bytes.toByteArray()));
            return result;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location,
                String packageName,
                java.util.Set<JavaFileObject.Kind> kinds,
                boolean recurse)
                throws IOException {
            var found = new ArrayList<JavaFileObject>();
            super.list(location, packageName, kinds, recurse).forEach(found::add);
            if (location == javax.tools.StandardLocation.CLASS_PATH && packageName.isEmpty())
                found.addAll(inputs.values());
            return found;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof Compiled compiled
                    ? compiled.name
                    : super.inferBinaryName(location, file);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return outputs.computeIfAbsent(className, Compiled::new);
        }
    }
}
