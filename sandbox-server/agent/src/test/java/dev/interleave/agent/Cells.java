package dev.interleave.agent;

import dev.interleave.wire.ClassFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the cells of a test. */
final class Cells {

    private static final String IMPORTS =
            """
            import java.io.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            import java.util.stream.*;
            """;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Cells() {}

    /**
     * A class with a method {@code run} of this body, which returns null where the body returns
     * nothing, and whatever else is declared in it.
     */
    static List<ClassFile> cell(String className, String body, String members) {
        return compile(
                className,
                IMPORTS
                        + """
                        public class %s {
                            %s
                            public static Object run() throws Throwable {
                                if (true) { %s }
                                return null;
                            }
                        }
                        """
                                .formatted(className, members, body));
    }

    static List<ClassFile> compile(String className, String source) {
        try (var files = new Memory(COMPILER.getStandardFileManager(null, null, null))) {
            var errors = new java.io.StringWriter();
            var unit = new Source(className, source);
            List<String> options =
                    List.of(
                            "-proc:none",
                            "-nowarn",
                            "-Xlint:none",
                            "--enable-preview",
                            "--release",
                            "25");
            if (!COMPILER.getTask(errors, files, null, options, null, List.of(unit)).call()) {
                throw new IllegalArgumentException(errors + "\n" + source);
            }
            return files.classes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String source;

        Source(String className, String source) {
            super(URI.create("cell:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        List<ClassFile> classes() {
            List<ClassFile> classes = new ArrayList<>();
            files.forEach((name, bytes) -> classes.add(new ClassFile(name, bytes.toByteArray())));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("class:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return files.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
