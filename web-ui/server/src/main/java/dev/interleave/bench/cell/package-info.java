/** Benchmarks of cells: how fast, how many, in how much memory, and what is left afterwards. */
package dev.interleave.bench.cell;
