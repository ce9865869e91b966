package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.End;
import dev.interleave.wire.ExitCode;

/** Why a session's JVM is gone. */
sealed interface JvmFate {

    /** The kernel or the JVM itself ended it for lack of memory. */
    record OutOfMemory() implements JvmFate {}

    record Exited(int status) implements JvmFate {}

    record Signalled(int signal) implements JvmFate {}

    /**
     * It did not answer any more, or not in the way in which it has to, and was killed for that.
     */
    record Silent() implements JvmFate {}

    /** There is no front end that fits to it any more. */
    record Stranded() implements JvmFate {}

    static JvmFate of(End end) {
        if (end.outOfMemory() || end.exitStatus() == ExitCode.OUT_OF_MEMORY.code()) {
            return new OutOfMemory();
        }
        if (end.exitStatus() <= 128) {
            return fault(end.exitStatus()) ? new Silent() : new Exited(end.exitStatus());
        }
        return end.killed() ? new Silent() : new Signalled(end.exitStatus() - 128);
    }

    private static boolean fault(int status) {
        return status == ExitCode.PROTOCOL.code() || status == ExitCode.FAILED.code();
    }
}
