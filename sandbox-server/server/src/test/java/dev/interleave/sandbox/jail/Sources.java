package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the programs that the tests run in jails, and packs classes into jars. */
public final class Sources {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Sources() {}

    /** A jar of the sources in {@code attacks/} of the test resources. */
    static Path attacks(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("attack-classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "-proc:none");
            var sources = files.getJavaFileObjectsFromPaths(sources());
            var task = compiler.getTask(messages, files, null, options, null, sources);
            assertThat(task.call()).as(messages.toString()).isTrue();
        }
        return pack(classes, work.resolve("attacks.jar"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(Sources.class.getResource("attacks").toURI()))) {
            return files.toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packs a folder of classes; the same classes always give the same jar. */
    public static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : entries.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry packed = new JarEntry(classes.relativize(entry).toString());
                packed.setTimeLocal(LONG_AGO);
                out.putNextEntry(packed);
                Files.copy(entry, out);
            }
        }
        return jar;
    }
}
