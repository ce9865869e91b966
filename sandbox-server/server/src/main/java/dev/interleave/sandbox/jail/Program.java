package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs in a jail: our jars, then the lesson's, a main class that gets the path of the control
 * socket, and JVM flags.
 *
 * @param classPath files on the host, in order
 * @param mainClass connects to the socket that its first argument names
 * @param flags for the JVM
 * @param arguments what follows the socket
 */
record Program(List<Path> classPath, String mainClass, List<String> flags, List<String> arguments) {

    static Program of(JailSpec spec, Path app) {
        return new Program(
                classPath(spec.role(), spec.profile(), app),
                mainClass(spec.role()),
                JvmFlags.of(spec.role(), spec.profile()),
                List.of());
    }

    private static List<Path> classPath(Role role, Profile profile, Path app) {
        List<Path> files = new ArrayList<>();
        files.add(app.resolve("agent.jar"));
        if (role == Role.COMPILER) {
            files.add(app.resolve("compiler.jar"));
        }
        for (String library : profile.libraries()) {
            files.add(app.resolve("lib").resolve(library));
        }
        return files;
    }

    private static String mainClass(Role role) {
        return switch (role) {
            case SESSION -> "dev.interleave.agent.Agent";
            case COMPILER -> "dev.interleave.compiler.Compiler";
        };
    }

    /** The class path for a JVM outside of any jail. */
    String hostClassPath() {
        return String.join(":", classPath.stream().map(Path::toString).toList());
    }
}
