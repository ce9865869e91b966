/** What {@code compare} prints. */
package dev.interleave.cli.compare;
