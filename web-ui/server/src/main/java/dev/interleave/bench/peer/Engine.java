package dev.interleave.bench.peer;

import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** Where JShell executes what it has compiled. */
public enum Engine {
    /** In its own process, without any isolation: nothing that uses JShell can be much faster. */
    FLOOR {
        @Override
        JShell.Builder choose(JShell.Builder builder) {
            return builder.executionEngine(new LocalExecutionControlProvider(), Map.of());
        }
    },
    /** In another JVM, by JShell's default engine, as the {@code jshell} tool does. */
    JSHELL {
        @Override
        JShell.Builder choose(JShell.Builder builder) {
            return builder.remoteVMOptions("--enable-preview");
        }
    };

    abstract JShell.Builder choose(JShell.Builder builder);
}
