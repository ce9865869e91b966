/**
 * Holds the byte code of a submission against a list of what it may name, before any of it is
 * loaded anywhere. Class files are read, never run.
 */
package dev.interleave.sandbox.grade.guard;
