package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Options;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /** The lesson's libraries, which are on this JVM's own class path, and what cells show with. */
    static List<File> classPath(Options options) {
        Stream<File> libraries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .filter(file -> options.libraries().contains(file.getName()));
        return Stream.concat(libraries, Stream.of(DisplayClasses.folder())).toList();
    }
}
