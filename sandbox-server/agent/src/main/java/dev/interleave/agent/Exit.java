package dev.interleave.agent;

import dev.interleave.wire.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Ends the JVM at once; no shutdown hook of the learner's can delay it. */
final class Exit {

    private Exit() {}

    static void with(ExitCode reason) {
        Runtime.getRuntime().halt(reason.code());
    }

    /** After a fault of the agent's own; says which on the JVM's standard error. */
    static void after(Throwable fault) {
        try {
            fault.printStackTrace(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        } finally {
            with(ExitCode.FAILED);
        }
    }
}
