package dev.interleave.compiler;

import dev.interleave.wire.ClassFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files that javac sees in the lane: the platform, the lesson's libraries, and in the package
 * {@code REPL} the classes of one session, which change from task to task. What it writes stays in
 * memory.
 *
 * <p>Threading: one task at a time.
 */
final class LaneFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    static final String PACKAGE = "REPL";

    private List<JavaFileObject> sessionClasses = List.of();
    private final List<Output> outputs = new ArrayList<>();

    LaneFiles(StandardJavaFileManager platform) {
        super(platform);
    }

    /** Begins a task that sees these classes. */
    void use(List<JavaFileObject> classes) {
        sessionClasses = classes;
        outputs.clear();
    }

    /** What the task has written. */
    List<ClassFile> written() {
        return outputs.stream().map(Output::file).toList();
    }

    /** A class that was compiled before. */
    static JavaFileObject compiled(ClassFile file) {
        return new Input(file);
    }

    /** A source whose classes name their source file as all classes of a cell do. */
    static JavaFileObject source(String text) {
        return new CellSource(text);
    }

    /** A file, whose public class has to have its name. */
    static JavaFileObject file(String name, String text) {
        return new Source(name, text);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        boolean ours =
                location == StandardLocation.CLASS_PATH
                        && packageName.equals(PACKAGE)
                        && kinds.contains(JavaFileObject.Kind.CLASS);
        return ours ? sessionClasses : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Input input
                ? input.file.name()
                : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a == b || !(a instanceof SimpleJavaFileObject) && super.isSameFile(a, b);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Output output = new Output(className);
        outputs.add(output);
        return output;
    }

    private static class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("cell:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class CellSource extends Source {

        CellSource(String text) {
            super(LiveClasses.SOURCE_FILE, text);
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    private static final class Input extends SimpleJavaFileObject {

        private final ClassFile file;

        Input(ClassFile file) {
            super(URI.create("cell:///" + file.name().replace('.', '/') + ".class"), Kind.CLASS);
            this.file = file;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(file.bytes());
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final String className;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

        Output(String className) {
            super(URI.create("cell:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.className = className;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        ClassFile file() {
            return new ClassFile(className, bytes.toByteArray());
        }
    }
}
