package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CgroupMountTest {

    @Test
    void version_2_is_one_hierarchy() {
        var mounts =
                CgroupMount.parse(
                        List.of(
                                "22 1 8:1 / / rw - ext4 /dev/sda1 rw",
                                "30 22 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2"
                                        + " rw,nsdelegate"),
                        List.of("0::/user.slice/user-1000.slice/session-2.scope"));
        assertThat(mounts)
                .containsExactly(
                        new CgroupMount(
                                true,
                                Set.of(""),
                                Path.of(
                                        "/sys/fs/cgroup/user.slice/user-1000.slice/session-2.scope")));
    }

    @Test
    void version_1_is_one_hierarchy_for_each_group_of_controllers() {
        var mounts =
                CgroupMount.parse(
                        List.of(
                                "31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup"
                                        + " rw,cpu,cpuacct",
                                "32 30 0:28 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory"),
                        List.of("4:memory:/", "3:cpu,cpuacct:/job"));
        assertThat(mounts)
                .containsExactly(
                        new CgroupMount(
                                false,
                                Set.of("cpu", "cpuacct"),
                                Path.of("/sys/fs/cgroup/cpu,cpuacct/job")),
                        new CgroupMount(false, Set.of("memory"), Path.of("/sys/fs/cgroup/memory")));
    }

    @Test
    void a_container_that_sees_a_part_of_the_hierarchy_is_at_its_top() {
        var mounts =
                CgroupMount.parse(
                        List.of(
                                "40 30 0:28 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup"
                                        + " rw,memory"),
                        List.of("4:memory:/docker/abc"));
        assertThat(mounts.getFirst().own()).isEqualTo(Path.of("/sys/fs/cgroup/memory"));
    }
}
