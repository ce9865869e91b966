package dev.interleave.sandbox.jail;

import java.nio.file.Path;

/**
 * What {@link Jails} needs to know about this machine and this installation.
 *
 * @param jdk home of the JDK 25 that runs in the jails
 * @param app folder with {@code agent.jar} and {@code compiler.jar}, and {@code lib/} with the jars
 *     that profiles name
 * @param runtime folder for what outlives one start of the server, the AOT caches; made if it is
 *     missing
 * @param unsafeNoJail whether JVMs run as plain processes, without any jail
 */
public record JailSettings(Path jdk, Path app, Path runtime, boolean unsafeNoJail) {}
