/**
 * Starts JVMs in jails and ends them; knows nothing about cells.
 *
 * <p>A jail is a process tree of bubblewrap with one JVM in it. {@link
 * dev.interleave.sandbox.jail.Jails} starts them, {@link dev.interleave.sandbox.jail.Jail} is one
 * of them. Nothing inside of a JVM counts as a border; these layers do, and each is probed before
 * the first jail is given out:
 *
 * <pre>
 *   unprivileged user → cgroup leaf → rlimits → bubblewrap (namespaces, minimal root, no capabilities)
 *     → seccomp filter → JVM flags → the control channel, one connected unix domain socket
 * </pre>
 */
package dev.interleave.sandbox.jail;
