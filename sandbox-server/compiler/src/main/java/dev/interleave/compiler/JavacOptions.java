package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Options;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How javac is told what a session may use. */
final class JavacOptions {

    private JavacOptions() {}

    static List<String> of(Options options) {
        List<String> arguments = new ArrayList<>();
        if (options.preview()) {
            arguments.addAll(List.of("--enable-preview", "--source", "25"));
        }
        for (String export : options.exports()) {
            arguments.addAll(List.of("--add-exports", export + "=ALL-UNNAMED"));
        }
        return arguments;
    }

    /** The lesson's libraries, which are on this JVM's own class path. */
    static List<File> classPath(Options options) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> options.libraries().contains(file.getName()))
                .toList();
    }
}
