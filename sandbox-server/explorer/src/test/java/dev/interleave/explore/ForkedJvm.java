package dev.interleave.explore;

import dev.interleave.explore.jdk.JdkAgent;
import dev.interleave.explore.jdk.JdkFlags;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs a main class of the tests in a JVM with the flags of the grading jail. */
public final class ForkedJvm {

    private static final int BACKSTOP_MINUTES = 20;

    private final Path jar;

    /** Packs the explorer as its jar, which is its own agent. */
    public ForkedJvm(Path folder) throws IOException {
        this.jar = folder.resolve("explorer.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", JdkAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            pack(Path.of("target/classes"), out);
        }
    }

    private static void pack(Path classes, JarOutputStream out) throws IOException {
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    /** What the main class printed, by lines; errors among them. */
    public List<String> run(Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(JdkFlags.of(jar), main, arguments);
    }

    /** The same with other flags. */
    public List<String> run(List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xmx256m", "-cp", jar + ":target/test-classes", main.getName()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(jar.getParent(), "output", ".txt");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(BACKSTOP_MINUTES, TimeUnit.MINUTES))
                throw new IOException("The JVM did not end");
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    /** The flags without the one that begins so. */
    public List<String> flagsWithout(String prefix) {
        return JdkFlags.of(jar).stream().filter(flag -> !flag.startsWith(prefix)).toList();
    }
}
