package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles small programs for the tests and packs them into jars, as the product's own are. */
final class Sources {

    private Sources() {}

    /** Compiles a source file of the test resources into a jar beside {@code work}. */
    static Path jar(Path work, String resource) throws IOException {
        Path source = work.resolve(resource);
        try (var in = Sources.class.getResourceAsStream(resource)) {
            Files.copy(in, source);
        }
        Path classes = Files.createDirectories(work.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var files = compiler.getStandardFileManager(null, null, null);
        var task =
                compiler.getTask(
                        messages,
                        files,
                        null,
                        List.of("-d", classes.toString(), "-proc:none"),
                        null,
                        files.getJavaFileObjects(source));
        assertThat(task.call()).as(messages.toString()).isTrue();
        return pack(classes, work.resolve(resource.replace(".java", ".jar")));
    }

    /** Packs a folder of classes. */
    static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : entries.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                Files.copy(entry, out);
            }
        }
        return jar;
    }
}
