/**
 * What cells are compared with: JShell without any isolation, and JShell as the {@code jshell} tool
 * uses it, each in a JVM of its own.
 */
package dev.interleave.bench.peer;
