/** Records what a version's JVM does: where its time goes, and what the JIT makes of it. */
package dev.interleave.measurer.profile;
