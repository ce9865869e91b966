package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileAttackTest extends AttackTest {

    private static Path open;
    private static Path canary;

    /** A folder and a file that everybody on the host may use, so that only the jail can refuse. */
    @BeforeAll
    static void canary() throws IOException {
        open = Files.createDirectory(work.resolve("open-to-all"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        canary = Files.writeString(open.resolve("canary"), "secret");
        Files.setPosixFilePermissions(canary, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void the_hosts_files_cannot_be_read() throws IOException {
        refused("NoSuchFileException", "FileAttacks.read", canary);
        refused("NoSuchFileException", "FileAttacks.read", "/etc/passwd");
        refused("NoSuchFileException", "FileAttacks.readThroughLink", canary);
        long server = ProcessHandle.current().pid();
        refused("NoSuchFileException", "FileAttacks.readThroughProc", server, canary);
        assertThat(laboratory.inside("FileAttacks.readThroughProc", 1, canary))
                .startsWith("refused");
    }

    @Test
    void the_hosts_files_cannot_be_written() throws IOException {
        refused("NoSuchFileException", "FileAttacks.write", canary);
        refused("NoSuchFileException", "FileAttacks.write", open.resolve("new"));
        assertThat(Files.readString(canary)).isEqualTo("attacked");
    }

    @Test
    void what_the_jail_sees_of_the_host_cannot_be_changed() throws IOException {
        refused("AccessDeniedException", "FileAttacks.changeOwnJar");
        refused("not writable", "FileAttacks.kernelSetting");
        for (String file : new String[] {"/x", "/app/x", "/jdk/x", "/dev/x", "/etc/hosts"}) {
            assertThat(laboratory.inside("FileAttacks.write", file)).startsWith("refused");
        }
    }

    @Test
    void tmp_holds_no_more_than_its_limit() throws IOException {
        refused("No space left", "FileAttacks.fill", 40);
    }

    @Test
    void no_file_is_larger_than_its_limit() throws IOException {
        refused("File too large", "FileAttacks.largeFile", 64 << 20);
    }

    @Test
    void the_devices_folder_is_no_way_to_memory() throws IOException {
        assertThat(laboratory.inside("FileAttacks.write", "/dev/shm/x")).startsWith("succeeded");
        assertThat(laboratory.inside("FileAttacks.write", "/dev/x")).startsWith("refused");
    }

    @Test
    void a_flood_of_empty_files_ends_the_jail_and_not_the_host() throws IOException {
        assertThat(laboratory.outside("FileAttacks.inodes", 2_000)).startsWith("succeeded");
        assertThat(laboratory.inside("FileAttacks.inodes", 2_000_000))
                .isEqualTo("died: " + new End(137, false, true));
    }
}
