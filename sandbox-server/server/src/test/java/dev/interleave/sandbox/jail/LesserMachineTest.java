package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers on machines that offer less than this one, which namespaces imitate. */
@Timeout(300)
class LesserMachineTest {

    private static final List<String> NO_CONTROL_GROUPS =
            after("mount -t tmpfs -o ro none /sys/fs/cgroup");

    @TempDir Path work;

    /** Runs a shell's line in a mount namespace of its own, then what follows. */
    private static List<String> after(String line, String... unshare) {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount"));
        words.addAll(List.of(unshare));
        words.addAll(List.of("/bin/sh", "-c", line + " && exec \"$@\"", "sh"));
        return words;
    }

    @Test
    void without_bubblewrap_nothing_runs_and_the_cure_is_told() throws IOException {
        List<String> missing = after("mount --bind /dev/null /usr/bin/bwrap");
        assertThat(OtherServer.run(missing, work, "ProcessAttacks.environment"))
                .contains("jailed=false")
                .contains("bubblewrap is missing. Type: sudo apt-get install bubblewrap")
                .contains("This machine cannot run cells safely.")
                .doesNotContain("succeeded");
    }

    @Test
    void without_user_namespaces_nothing_runs_and_the_cure_is_told() throws IOException {
        List<String> forbidden =
                after("echo 0 > /proc/sys/user/max_user_namespaces", "--user", "--map-root-user");
        assertThat(OtherServer.run(forbidden, work, "ProcessAttacks.environment"))
                .contains("jailed=false")
                .contains("Type: sudo sysctl -w user.max_user_namespaces=10000")
                .contains("This machine cannot run cells safely.")
                .doesNotContain("succeeded");
    }

    @Test
    void a_server_that_is_not_root_isolates_too() throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> nobody =
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
        assertThat(OtherServer.run(nobody, work, "FileAttacks.read", "/etc/passwd"))
                .contains("jailed=true")
                .contains("detail=user 65534 of the host")
                .contains("refused: java.nio.file.NoSuchFileException: /etc/passwd");
    }

    @Test
    void without_control_groups_it_still_isolates_and_says_what_is_missing() throws IOException {
        assertThat(OtherServer.run(NO_CONTROL_GROUPS, work, "ProcessAttacks.start"))
                .contains("jailed=true")
                .contains("Layer[name=process limit, present=false")
                .contains("Layer[name=unprivileged user, present=true")
                .contains("refused: java.io.IOException")
                .contains("Operation not permitted");
    }

    @Test
    void without_control_groups_memory_is_limited_for_each_process() throws IOException {
        assertThat(OtherServer.run(NO_CONTROL_GROUPS, work, "MemoryAttacks.arena", "4000"))
                .contains("jailed=true")
                .contains("refused: java.lang.OutOfMemoryError");
    }
}
