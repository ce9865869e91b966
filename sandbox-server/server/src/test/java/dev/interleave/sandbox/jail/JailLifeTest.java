package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How jails begin and end, and that nothing is left of them. */
@Timeout(300)
class JailLifeTest {

    @TempDir Path work;
    private Laboratory laboratory;

    @BeforeEach
    void open() throws IOException {
        laboratory = new Laboratory(work);
    }

    @AfterEach
    void close() throws IOException {
        laboratory.close();
    }

    private Jail start() throws IOException {
        return laboratory.jails.start("echo", laboratory.program("Echo"), JailLimits.SESSION);
    }

    private static void echoes(Jail jail) throws IOException {
        jail.out().write(new byte[] {1, 2, 3});
        jail.out().flush();
        assertThat(jail.in().readNBytes(3)).containsExactly(1, 2, 3);
    }

    @Test
    void kill_ends_every_process_of_the_jail() throws Exception {
        try (Jail jail = start()) {
            echoes(jail);
            List<ProcessHandle> inside = processes(jail);
            assertThat(inside).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);

            jail.kill();

            assertThat(jail.ended().get()).isEqualTo(new End(137, true, false));
            assertThat(inside).noneMatch(ProcessHandle::isAlive);
            assertThat(jail.in().read()).isEqualTo(-1);
            assertThat(jail.raw().read()).isEqualTo(-1);
        }
    }

    private static List<ProcessHandle> processes(Jail jail) {
        ProcessHandle outermost = ProcessHandle.of(jail.pid()).orElseThrow();
        return Stream.concat(Stream.of(outermost), outermost.descendants()).toList();
    }

    @Test
    void a_jvm_that_ends_by_itself_tells_its_status() throws Exception {
        try (Jail jail = start()) {
            jail.out().flush();
            ((JailedJvm) jail).connection().close();
            assertThat(jail.ended().get()).isEqualTo(new End(0, false, false));
        }
    }

    @Test
    void a_jail_tells_what_it_uses() throws Exception {
        try (Jail jail = start()) {
            echoes(jail);
            assertThat(jail.memoryBytes()).isBetween(5L << 20, 192L << 20);
            assertThat(jail.cpuNanos()).isPositive();
        }
    }

    @Test
    void a_jail_outlives_the_thread_that_asked_for_it() throws Exception {
        List<Jail> jails = new ArrayList<>();
        Thread asking =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        jails.add(start());
                                    } catch (IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        asking.join();
        try (Jail jail = jails.getFirst()) {
            echoes(jail);
        }
    }

    @Test
    void a_program_that_cannot_start_says_why() {
        Program missing = laboratory.program("Missing");
        assertThatThrownBy(() -> laboratory.jails.start("lost", missing, JailLimits.SESSION))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with status 1 before it connected")
                .hasMessageContaining("Could not find or load main class Missing");
    }

    @Test
    void a_program_that_never_connects_is_given_up() throws IOException {
        Program silent = laboratory.program("Silent");
        Starter hasty = laboratory.starter(Duration.ofSeconds(3));
        assertThatThrownBy(() -> hasty.start("silent", silent, JailLimits.SESSION))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not connect within 3 s: I would rather not.");
    }

    @Test
    void closing_leaves_nothing_behind() throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Jail jail = start();
            echoes(jail);
            processes.addAll(processes(jail));
        }
        List<Path> noted = noted(ProcessHandle.current());
        assertThat(noted).isNotEmpty();

        laboratory.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(noted).noneMatch(Files::exists);
    }

    /** The folders of a server, and the control groups of which it noted that they are its own. */
    private static List<Path> noted(ProcessHandle server) throws IOException {
        List<Path> noted = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(temporary, "interleave-*")) {
            for (Path folder : folders) {
                Path note = folder.resolve("note");
                if (Files.exists(note) && isOf(server, Files.readAllLines(note))) {
                    noted.add(folder);
                    Files.readAllLines(note).stream().skip(1).map(Path::of).forEach(noted::add);
                }
            }
        }
        return noted;
    }

    private static boolean isOf(ProcessHandle server, List<String> note) {
        return note.getFirst().startsWith(server.pid() + " ");
    }

    @Test
    void jails_die_with_a_server_that_is_killed_and_the_next_one_cleans_up() throws Exception {
        Path place = Files.createDirectory(work.resolve("other"));
        Process server = OtherServer.start(List.of(), place, "hold");
        List<ProcessHandle> jails = new ArrayList<>();
        try (var said = server.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).contains("jailed=true");
            for (String pid : said.readLine().split(" ")) {
                ProcessHandle jail = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
                jails.add(jail);
                jail.descendants().forEach(jails::add);
            }
        }
        List<Path> noted = noted(server.toHandle());
        assertThat(jails).hasSizeGreaterThanOrEqualTo(6);

        server.destroyForcibly().waitFor();

        for (ProcessHandle jail : jails) {
            jail.onExit().get();
        }
        assertThat(noted).isNotEmpty();
        ServerFolder.open().close();
        // Another server that was opened at the same time may be at it.
        while (noted.stream().anyMatch(Files::exists)) {
            Thread.sleep(10);
        }
    }
}
