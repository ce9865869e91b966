package dev.interleave.compiler;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Builds JShells that neither read nor write by themselves. */
final class Shells {

    private Shells() {}

    static JShell.Builder builder(ExecutionControl control) {
        return JShell.builder()
                .in(new ByteArrayInputStream(new byte[0]))
                .out(new PrintStream(OutputStream.nullOutputStream()))
                .err(new PrintStream(OutputStream.nullOutputStream()))
                .executionEngine(provider(control), Map.of());
    }

    /** One that only analyzes. */
    static JShell compilingOnly() {
        LiveClasses classes = new LiveClasses(new SnippetIndex());
        Outbox nowhere = new Outbox(OutputStream.nullOutputStream());
        RemoteExecution nothing = new RemoteExecution(0, nowhere, classes);
        nothing.use(RemoteExecution.Mode.NOTHING);
        return builder(nothing).compilerOptions("--enable-preview", "--source", "25").build();
    }

    private static ExecutionControlProvider provider(ExecutionControl control) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "remote";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return control;
            }
        };
    }
}
