package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessAttackTest extends AttackTest {

    @Test
    void no_process_can_be_started() throws IOException {
        refused("Operation not permitted", "ProcessAttacks.start");
    }

    @Test
    void the_hosts_processes_cannot_be_seen() throws IOException {
        refused("NoSuchFileException", "ProcessAttacks.seeOthers", ProcessHandle.current().pid());
    }

    @Test
    void the_hosts_processes_cannot_be_killed() throws Exception {
        for (boolean jailed : new boolean[] {false, true}) {
            Process victim = new ProcessBuilder("sleep", "1000").start();
            try {
                if (jailed) {
                    assertThat(laboratory.inside("ProcessAttacks.killAnother", victim.pid()))
                            .contains("NoSuchElementException");
                    assertThat(victim.isAlive()).isTrue();
                } else {
                    laboratory.outside("ProcessAttacks.killAnother", victim.pid());
                    assertThat(victim.waitFor()).isEqualTo(137);
                }
            } finally {
                victim.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void threads_are_limited_and_the_jvm_survives() throws IOException {
        refused("OutOfMemoryError: unable to create native thread", "ProcessAttacks.threads", 150);
    }

    @Test
    void the_environment_holds_nothing_of_the_server() throws IOException {
        assertThat(laboratory.inside("ProcessAttacks.environment"))
                .isEqualTo("succeeded: [LANG, MALLOC_ARENA_MAX, PWD]");
    }

    @Test
    void there_are_no_rights_and_none_to_be_had() throws IOException {
        assertThat(laboratory.inside("ProcessAttacks.status"))
                .contains("CapInh:\t0000000000000000")
                .contains("CapPrm:\t0000000000000000")
                .contains("CapEff:\t0000000000000000")
                .contains("CapBnd:\t0000000000000000")
                .contains("CapAmb:\t0000000000000000")
                .contains("NoNewPrivs:\t1")
                .contains("Seccomp:\t2");
    }
}
