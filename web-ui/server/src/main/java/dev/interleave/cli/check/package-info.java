/** {@code check}: whether lessons and exercises do what they say. */
package dev.interleave.cli.check;
