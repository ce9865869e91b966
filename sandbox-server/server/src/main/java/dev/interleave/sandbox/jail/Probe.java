package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import dev.interleave.sandbox.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Runs {@link SelfTest} in a jail as learners get it, beside bait that it must not reach. */
final class Probe {

    static final String USER = "unprivileged user";
    static final String MEMORY = "memory limit";
    static final String PROCESSES = "process limit";
    static final String PROCESSORS = "processor share";

    private static final JailLimits LIMITS = JailLimits.SESSION;

    /** More than the self-test has to say. */
    private static final int MOST_LINES = 100;

    private static final int QUOTED_BYTES = 4096;

    private Probe() {}

    /**
     * The layers that the self-test looked at.
     *
     * @throws IOException if it could not be run to its end
     */
    static List<Layer> run(ServerFolder folder, Starter starter) throws IOException {
        Path canary = Files.writeString(folder.file("canary"), "not for learners");
        Path jar = jar(folder.file("selftest.jar"));
        try (ServerSocket bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> arguments =
                    List.of(
                            canary.toString(),
                            Integer.toString(bait.getLocalPort()),
                            Long.toString(LIMITS.tmpBytes()));
            Program test =
                    new Program(
                            JvmFlags.of(Role.SESSION, Profile.DEFAULT),
                            List.of(jar),
                            new Program.MainClass(SelfTest.class.getName(), arguments));
            JailedJvm jail = starter.start("selftest", test, LIMITS);
            try (jail) {
                List<Layer> layers = new ArrayList<>(read(jail));
                layers.add(user(jail.pid()));
                layers.addAll(limits(jail.processes().group()));
                return layers;
            } finally {
                jail.ended().join();
            }
        }
    }

    private static List<Layer> read(JailedJvm jail) throws IOException {
        var reader = new InputStreamReader(jail.in(), StandardCharsets.UTF_8);
        List<Layer> layers =
                new BufferedReader(reader).lines().limit(MOST_LINES).map(Probe::layer).toList();
        if (layers.size() < SelfTest.CHECKS) {
            throw new IOException(
                    "The self-test of the jail ended early: "
                            + jail.processes().written(QUOTED_BYTES));
        }
        return layers;
    }

    private static Layer layer(String line) {
        String[] fields = line.split("\t", 3);
        return new Layer(fields[0], Boolean.parseBoolean(fields[1]), fields[2]);
    }

    private static Layer user(long pid) throws IOException {
        Object number = Files.getAttribute(Path.of("/proc", Long.toString(pid)), "unix:uid");
        return number.equals(0)
                ? new Layer(
                        USER, false, "the server is root, and so are jails outside of themselves")
                : new Layer(USER, true, "user " + number + " of the host");
    }

    private static List<Layer> limits(ProcessGroup group) throws IOException {
        if (group instanceof CgroupLeaf leaf) {
            if (leaf.isEmpty()) {
                throw new IOException("The jail's process did not enter its control groups.");
            }
            return leaf.limits();
        }
        String without =
                "no control groups: run the server as root or below systemd-run --user --scope";
        return List.of(
                new Layer(MEMORY, true, "for each process only; " + without),
                new Layer(PROCESSES, false, without),
                new Layer(PROCESSORS, false, without));
    }

    private static Path jar(Path file) throws IOException {
        String name = SelfTest.class.getName().replace('.', '/') + ".class";
        try (InputStream in = SelfTest.class.getClassLoader().getResourceAsStream(name);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return file;
    }
}
