package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Options;
import dev.interleave.wire.Wire;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How javac is told what a session may use. */
final class JavacOptions {

    private static final File AGENT = agent();

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

    /**
     * The lesson's libraries, which are on this JVM's own class path, and the jar of the agent,
     * which has what cells show with.
     */
    static List<File> classPath(Options options) {
        Stream<File> libraries =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .filter(file -> options.libraries().contains(file.getName()));
        return Stream.concat(libraries, Stream.of(AGENT)).toList();
    }

    private static File agent() {
        URL place = Wire.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return new File(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
