/**
 * The messages between the supervisor and the JVMs that compile and measure versions. What a JVM
 * says that has run a version is a stranger's word.
 */
package dev.interleave.measurer.message;
