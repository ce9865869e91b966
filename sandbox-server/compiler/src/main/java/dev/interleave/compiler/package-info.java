/**
 * What runs in the compiler jail: the JShell front ends of many sessions.
 *
 * <p>A front end compiles the snippets of a cell and has them run in the session's own JVM, which
 * it reaches only through the supervisor: the classes that JShell makes go out as {@code Load},
 * what JShell wants called as {@code Invoke}. The way of a cell:
 *
 * <pre>
 *   Compiler      reads messages, finds the front end
 *   FrontEnd      one session: its JShell, its queue, its state
 *   CellRun       one cell: limits, splitting, snippet after snippet
 *   Splitter      a cell's source into snippets
 *   JShellSnippets  a snippet through JShell, and what it has to tell
 *   RemoteExecution JShell's hands: load and invoke by messages
 *   LiveClasses   names and lines of the classes as the session JVM gets them
 * </pre>
 *
 * <p>Everything here may be attacked by its input (javac can be made to run for minutes and to eat
 * the heap), so this JVM is expendable: the supervisor kills it, and {@code Rebuild} brings the
 * front ends back in another one without executing anything again.
 */
package dev.interleave.compiler;
