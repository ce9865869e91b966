package dev.interleave.web.cell;

import dev.interleave.sandbox.Sandbox;

/** Whether this server runs cells. */
public sealed interface SandboxAccess {

    /** It does, in here. */
    record Granted(Sandbox sandbox) implements SandboxAccess {}

    /** It does not; the reason says what is missing and how to get it. */
    record Refused(String reason) implements SandboxAccess {}
}
