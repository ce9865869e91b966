package dev.interleave.web.cell;

import dev.interleave.sandbox.Sandbox;

/** Whether this server runs cells. Closing it closes the sandbox. */
public sealed interface SandboxAccess extends AutoCloseable {

    @Override
    void close();

    /** It does, in here. */
    record Granted(Sandbox sandbox) implements SandboxAccess {

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** It does not; the reason says what is missing and how to get it. */
    record Refused(String reason) implements SandboxAccess {

        @Override
        public void close() {
            // There is nothing to end.
        }
    }
}
