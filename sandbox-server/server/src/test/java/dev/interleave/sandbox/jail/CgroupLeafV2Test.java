package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to and read from the files of version 2; here they are ordinary files. */
class CgroupLeafV2Test {

    private static final JailLimits LIMITS =
            new JailLimits(200 << 20, 96, 150, 400, 1 << 20, 1 << 20, 256);

    @TempDir Path folder;
    private CgroupLeafV2 leaf;

    @BeforeEach
    void files() throws IOException {
        for (String file :
                List.of("memory.max", "memory.swap.max", "memory.oom.group", "pids.max")) {
            Files.createFile(folder.resolve(file));
        }
        leaf = new CgroupLeafV2(new CgroupFolder(folder));
    }

    private void holds(String file, String text) {
        assertThat(folder.resolve(file)).hasContent(text);
    }

    @Test
    void every_limit_goes_into_its_file() throws IOException {
        Files.createFile(folder.resolve("cpu.weight"));
        Files.createFile(folder.resolve("cpu.max"));
        leaf.limit(LIMITS);
        holds("memory.max", "209715200");
        holds("memory.swap.max", "0");
        holds("memory.oom.group", "1");
        holds("pids.max", "96");
        holds("cpu.weight", "400");
        holds("cpu.max", "150000 100000");
        assertThat(leaf.limits()).hasSize(3).allMatch(layer -> layer.present());
    }

    @Test
    void a_group_without_processor_shares_says_so() throws IOException {
        leaf.limit(LIMITS);
        assertThat(leaf.limits())
                .filteredOn(layer -> !layer.present())
                .singleElement()
                .satisfies(layer -> assertThat(layer.name()).isEqualTo(Probe.PROCESSORS));
    }

    @Test
    void use_and_the_kernels_kills_are_read() throws IOException {
        Files.writeString(folder.resolve("memory.current"), "4096\n");
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 17\nuser_usec 12\n");
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 0\noom_group_kill 0\n");
        assertThat(leaf.memoryBytes()).isEqualTo(4096);
        assertThat(leaf.cpuNanos()).isEqualTo(17_000);
        assertThat(leaf.outOfMemory()).isFalse();
        Files.writeString(folder.resolve("memory.events"), "oom 3\noom_kill 1\noom_group_kill 1\n");
        assertThat(leaf.outOfMemory()).isTrue();
    }
}
