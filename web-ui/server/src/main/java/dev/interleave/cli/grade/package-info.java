/** {@code grade}: hand-ins through the judge, told as a table, as CSV, or as JSON Lines. */
package dev.interleave.cli.grade;
