package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server in a process of its own, so that a test can kill it, or start it where the machine
 * offers less. It answers on standard output: how well it isolates, then how its attack ended or
 * the numbers of its jails.
 */
final class OtherServer {

    private OtherServer() {}

    /**
     * @param args the work folder, the jar of the attacks, then either "hold" or an attack with
     *     what it needs
     */
    public static void main(String[] args) throws Exception {
        try (var laboratory = new Laboratory(Path.of(args[0]), Path.of(args[1]))) {
            System.out.println(laboratory.jails.isolation());
            if (args[2].equals("hold")) {
                hold(laboratory);
            } else {
                Object[] arguments = List.of(args).subList(3, args.length).toArray();
                System.out.println(laboratory.inside(args[2], arguments));
            }
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void hold(Laboratory laboratory) throws Exception {
        List<String> pids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Program echo = laboratory.program("Echo");
            Jail jail = laboratory.jails.start("held", echo, JailLimits.SESSION);
            pids.add(Long.toString(jail.pid()));
        }
        System.out.println(String.join(" ", pids));
        System.in.read();
    }

    /** Starts one with a command before it that changes what the machine offers. */
    static Process start(List<String> wrapper, Path work, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", String.join(":", classPath(work))));
        command.add(OtherServer.class.getName());
        command.add(work.toString());
        command.add(Sources.attacks(work).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Copies of the class path that every user of the host can read. */
    private static List<String> classPath(Path work) throws IOException {
        Path open = work.resolve("class-path");
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path original = Path.of(entry);
            if (Files.exists(original)) {
                Path copy = open.resolve(copies.size() + "-" + original.getFileName());
                copies.add(copy.toString());
                copy(original, copy);
            }
        }
        return copies;
    }

    private static void copy(Path original, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
    }

    /** What one that runs to its end says. */
    static String run(List<String> wrapper, Path work, String... arguments) throws IOException {
        Process server = start(wrapper, work, arguments);
        try (InputStream said = server.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            server.destroyForcibly();
        }
    }
}
