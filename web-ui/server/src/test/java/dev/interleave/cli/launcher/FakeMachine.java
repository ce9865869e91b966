package dev.interleave.cli.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A machine made of folders: the real launcher in a repository with a Maven and JDKs that only
 * write down how they were called, and a PATH with nothing but what we put there.
 */
final class FakeMachine {

    /** What the launcher may use of a system; no java and no package manager. */
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "cksum",
                    "tr",
                    "sh",
                    "cat",
                    "cp",
                    "date",
                    "dirname",
                    "find",
                    "flock",
                    "grep",
                    "head",
                    "id",
                    "mkdir",
                    "mv",
                    "perl",
                    "readlink",
                    "rm",
                    "sleep",
                    "uname",
                    "env",
                    "touch");

    private static final String JAVA =
            """
            #!/bin/sh
            case "$*" in
              *lessons-build*)
                echo lessons >>"$CALLS"
                for target in "$@"; do :; done
                mkdir -p "$target"
                ;;
              *) echo "java: $0"; echo "process: $$"; echo "folder: $PWD"; for a in "$@"; do echo "argument: $a"; done ;;
            esac
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "maven $*" >>"$CALLS"
            if [ -n "$FAILURE" ]; then echo "[INFO] fine"; echo "[ERROR] $FAILURE"; exit 1; fi
            mkdir -p web-ui/server/target/interleave/lib web-ui/lessons-build/target/interleave/lessons-build
            touch web-ui/server/target/interleave/lib/interleave-web-1.jar
            touch web-ui/lessons-build/target/interleave/lessons-build/interleave-lessons-build-1.jar
            """;

    final Path folder;
    final Path root;
    final Path home;
    final Path bin;
    final Path jdks;
    private final Path calls;

    FakeMachine(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        root = this.folder.resolve("the course");
        home = Files.createDirectories(this.folder.resolve("home"));
        bin = Files.createDirectories(this.folder.resolve("bin"));
        jdks = Files.createDirectories(this.folder.resolve("jdks"));
        calls = this.folder.resolve("calls");
        layOutRepository();
        for (var tool : TOOLS) {
            var real = List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream();
            var found = real.filter(Files::isExecutable).findFirst();
            if (found.isPresent()) {
                Files.createSymbolicLink(bin.resolve(tool), found.get());
            }
        }
        script(bin.resolve("bwrap"), "#!/bin/sh\n");
    }

    private void layOutRepository() throws IOException {
        var real = Path.of("../..").toRealPath();
        Files.createDirectories(root.resolve(".launcher"));
        copy(real.resolve("interleave"), root.resolve("interleave"));
        try (var parts = Files.list(real.resolve(".launcher"))) {
            for (var part : parts.toList()) {
                copy(part, root.resolve(".launcher").resolve(part.getFileName()));
            }
        }
        for (var file :
                List.of(
                        "pom.xml",
                        "lessons/course.adoc",
                        "exercises/README.md",
                        "sandbox-server/agent/src/main/java/A.java",
                        "web-ui/pom.xml",
                        "web-ui/lessons-build/pom.xml",
                        "web-ui/server/src/main/java/B.java",
                        "web-ui/server/src/test/java/BTest.java")) {
            write(root.resolve(file), "");
        }
        script(root.resolve("mvnw"), MAVEN);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** A JDK whose release file gives this version. */
    Path jdk(Path place, String version) throws IOException {
        script(place.resolve("bin/java"), JAVA);
        script(place.resolve("bin/javac"), "#!/bin/sh\n");
        write(
                place.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return place;
    }

    void script(Path file, String text) throws IOException {
        write(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Everything that Maven and the lessons' converter were called for, one a line. */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    void forgetCalls() throws IOException {
        Files.deleteIfExists(calls);
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    /** Starts the launcher and waits for its end; an empty variable is one that is not set. */
    Outcome run(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        return outcome(start(folder, root.resolve("interleave"), variables, arguments));
    }

    Process start(Path from, Path launcher, Map<String, String> variables, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(from.toFile());
        var environment = new HashMap<String, String>();
        environment.put("PATH", bin.toString());
        environment.put("HOME", home.toString());
        environment.put("CALLS", calls.toString());
        environment.put("INTERLEAVE_JDK_FOLDERS", jdks.toString());
        environment.putAll(variables);
        environment.values().removeIf(String::isEmpty);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome outcome(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        var errors = new FutureTask<>(() -> text(process.getErrorStream()));
        Thread.startVirtualThread(errors);
        var out = text(process.getInputStream());
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher does not end");
        }
        try {
            return new Outcome(process.exitValue(), out, errors.get(), process.pid());
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    record Outcome(int status, String out, String err, long process) {}
}
