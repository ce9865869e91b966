package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {

    private static final Path JDK = Path.of("/opt/jdk");

    @Test
    void what_glibcs_loader_lists_is_found() {
        String listing =
                """
                /opt/jdk/bin/java:
                \tlinux-vdso.so.1 (0x00007f5aaecd4000)
                \tlibjli.so => /opt/jdk/bin/../lib/libjli.so (0x00007f5aaecaa000)
                \tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f5aaeabe000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f5aaecd6000)
                \tlibjvm.so => not found
                """;
        assertThat(SharedLibraries.parse(listing, JDK))
                .containsExactly(
                        Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
                        Path.of("/lib64/ld-linux-x86-64.so.2"));
    }

    @Test
    void what_musls_loader_lists_is_found() {
        String listing =
                """
                \t/lib/ld-musl-aarch64.so.1 (0xffff8a5c0000)
                \tlibjli.so => /opt/jdk/bin/../lib/libjli.so (0xffff8a580000)
                \tlibc.musl-aarch64.so.1 => /lib/ld-musl-aarch64.so.1 (0xffff8a5c0000)
                """;
        assertThat(SharedLibraries.parse(listing, JDK))
                .containsExactly(Path.of("/lib/ld-musl-aarch64.so.1"));
    }

    @Test
    void this_jdk_needs_few_and_they_exist() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        assertThat(SharedLibraries.neededBy(jdk))
                .hasSizeBetween(1, 12)
                .allMatch(Files::exists)
                .noneMatch(file -> file.startsWith(jdk));
    }
}
