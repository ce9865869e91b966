package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Runs inside a jail, tries what a jail must refuse, and reports a line for each layer: the layer's
 * name, whether it held, and what was seen. JDK only, and a single class, because nothing else of
 * the server is in the jail.
 */
final class SelfTest {

    /** How many lines it reports. */
    static final int CHECKS = 9;

    private static final int CONNECT_MILLIS = 2000;
    private static final Set<String> ROOT =
            Set.of("app", "channel", "dev", "etc", "jdk", "lib", "lib64", "proc", "tmp", "usr");
    private static final List<String> OWN = List.of("/jdk/", "/app/", "/dev/", "/proc/", "socket:");
    private static final List<String> KERNEL_SETTINGS =
            List.of("sys/kernel/core_pattern", "sysrq-trigger", "irq/default_smp_affinity");
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "MALLOC_ARENA_MAX", "PWD");

    private final PrintWriter report;

    private SelfTest(PrintWriter report) {
        this.report = report;
    }

    /**
     * @param args the control socket; a file of the host that everybody may read; a port on which
     *     the host listens; the size of /tmp in bytes
     */
    public static void main(String[] args) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[0]));
            var out = Channels.newWriter(channel, StandardCharsets.UTF_8);
            SelfTest test = new SelfTest(new PrintWriter(out));
            test.run(Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
            test.report.flush();
            channel.shutdownOutput();
            // Stays until the server has looked at the limits of this process.
            Channels.newInputStream(channel).read();
        }
    }

    private void run(Path canary, int port, long tmpBytes) {
        check("own files", () -> files(canary));
        check("bounded /tmp", () -> tmp(tmpBytes));
        check("own processes", SelfTest::processes);
        check("no network", () -> network(port));
        check("no new processes", SelfTest::fork);
        check("no rights", SelfTest::rights);
        check("system call filter", () -> status("Seccomp", "2"));
        check("empty environment", SelfTest::environment);
        check("no open files of the host", SelfTest::descriptors);
    }

    /**
     * A check returns what it saw, and throws {@link IllegalStateException} if the layer does not
     * hold.
     */
    private void check(String layer, Callable<String> check) {
        try {
            report.println(layer + "\ttrue\t" + check.call());
        } catch (Exception e) {
            report.println(layer + "\tfalse\t" + e.getMessage());
        }
    }

    private static String files(Path canary) throws IOException {
        refuse(Files.exists(canary), "the host's " + canary + " is visible");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> root = Files.list(Path.of("/"))) {
            root.forEach(path -> names.add(path.getFileName().toString()));
        }
        refuse(!ROOT.containsAll(names), "the root holds " + names);
        for (String folder : List.of("/", "/app", "/jdk", "/etc", "/dev", "/proc", "/usr")) {
            refuse(canWrite(Path.of(folder, "x")), folder + " can be written");
        }
        for (String setting : KERNEL_SETTINGS) {
            Path file = Path.of("/proc", setting);
            refuse(Files.isWritable(file), file + " can be written");
        }
        return "a root of " + names.size() + " entries, read-only";
    }

    private static boolean canWrite(Path file) {
        try {
            Files.writeString(file, "x");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String tmp(long bytes) throws IOException {
        long total = Files.getFileStore(Path.of("/tmp")).getTotalSpace();
        refuse(total > bytes, "/tmp holds " + total + " bytes");
        return "/tmp holds " + (total >> 20) + " MiB";
    }

    private static String processes() {
        long count = ProcessHandle.allProcesses().count();
        refuse(count > 2, count + " processes are visible");
        return "a process tree of its own";
    }

    private static String network(int port) throws IOException {
        for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            refuse(!device.isLoopback(), "the network device " + device.getName() + " is there");
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            return "a loopback device of its own, nothing else";
        }
        throw new IllegalStateException("the host's loopback device is reachable");
    }

    private static String fork() {
        try {
            new ProcessBuilder("/jdk/bin/java", "-version").start().destroyForcibly();
        } catch (IOException e) {
            return "starting a process is refused";
        }
        throw new IllegalStateException("a process was started");
    }

    private static String rights() throws IOException {
        for (String set : List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")) {
            status(set, "0000000000000000");
        }
        status("NoNewPrivs", "1");
        return "no capabilities, and none to be had";
    }

    private static String status(String key, String expected) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(key + ":")) {
                String value = line.substring(key.length() + 1).strip();
                refuse(!value.equals(expected), key + " is " + value);
                return "in force";
            }
        }
        throw new IllegalStateException("the kernel does not tell " + key);
    }

    private static String environment() {
        Set<String> names = new TreeSet<>(System.getenv().keySet());
        names.removeAll(ENVIRONMENT);
        refuse(!names.isEmpty(), "these variables are set: " + names);
        return "nothing of the server's";
    }

    private static String descriptors() throws IOException {
        int sockets = 0;
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open.toList()) {
                String target = target(descriptor);
                int number = Integer.parseInt(descriptor.getFileName().toString());
                if (target.startsWith("socket:")) {
                    sockets++;
                }
                refuse(
                        number > 2 && OWN.stream().noneMatch(target::startsWith),
                        "descriptor " + number + " is " + target);
            }
        }
        // The channel, and the one end of a pair by which the JVM wakes threads up that wait for
        // I/O.
        refuse(sockets > 2, sockets + " sockets are open");
        return "only the channel and the JVM's own";
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "/proc/ (closed meanwhile)";
        }
    }

    private static void refuse(boolean broken, String seen) {
        if (broken) {
            throw new IllegalStateException(seen);
        }
    }
}
