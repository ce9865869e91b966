package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries attacks twice: in a plain process, where they must succeed, or they would prove nothing,
 * and in a jail.
 */
final class Laboratory implements AutoCloseable {

    final Jails jails;
    private final Path jar;
    private final Path scratch;
    private final ServerFolder folder;
    private final Spawner spawner = new Spawner();
    private final Starter plain;

    Laboratory(Path work) throws IOException {
        this(work, Sources.attacks(work));
    }

    /** With attacks that were compiled before. */
    Laboratory(Path work, Path jar) throws IOException {
        this.jar = jar;
        Path jdk = Path.of(System.getProperty("java.home"));
        jails = Jails.open(new JailSettings(jdk, work, work.resolve("runtime"), false));
        scratch = Files.createDirectory(work.resolve("scratch"));
        folder = ServerFolder.open();
        plain = new Starter(folder, spawner, new Confinement.Plain(jdk));
    }

    /** A program of the attacks' jar, with the flags that learners' JVMs get and native access. */
    Program program(String main, Object... arguments) {
        List<String> flags = new ArrayList<>(JvmFlags.of(Role.SESSION, Profile.DEFAULT));
        flags.add("--enable-native-access=ALL-UNNAMED");
        List<String> words = Arrays.stream(arguments).map(Object::toString).toList();
        return new Program(flags, List.of(jar), new Program.MainClass(main, words));
    }

    /** Starts jails that must connect within this time. */
    Starter starter(Duration connectWithin) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        return new Starter(folder, spawner, JailParts.find(jdk, folder).getFirst(), connectWithin);
    }

    /** How an attack ends in a plain process. */
    String outside(String attack, Object... arguments) throws IOException {
        try (Jail jail = startOutside(attack, arguments)) {
            return outcome(jail);
        }
    }

    /** How an attack ends in a jail. */
    String inside(String attack, Object... arguments) throws IOException {
        try (Jail jail = startInside(attack, arguments)) {
            return outcome(jail);
        }
    }

    Jail startOutside(String attack, Object... arguments) throws IOException {
        Program program = attack(attack, arguments);
        List<String> flags = new ArrayList<>(program.flags());
        flags.add("-Djava.io.tmpdir=" + scratch);
        Program tidy = new Program(flags, program.classPath(), program.main());
        return plain.start("outside", tidy, JailLimits.SESSION);
    }

    Jail startInside(String attack, Object... arguments) throws IOException {
        return jails.start("inside", attack(attack, arguments), JailLimits.SESSION);
    }

    private Program attack(String attack, Object... arguments) {
        String[] name = attack.split("\\.");
        return program(
                "Attack", Stream.concat(Stream.of(name), Arrays.stream(arguments)).toArray());
    }

    static String outcome(Jail jail) throws IOException {
        jail.out().write('!');
        jail.out().flush();
        byte[] told = jail.in().readAllBytes();
        return told.length == 0
                ? "died: " + jail.ended().join()
                : new String(told, StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        jails.close();
        spawner.close();
        folder.close();
    }
}
