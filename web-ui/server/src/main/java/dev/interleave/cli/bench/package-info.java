/**
 * {@code bench}: measures the product itself. A benchmark is a {@link Benchmark} in {@link
 * Benchmarks}.
 */
package dev.interleave.cli.bench;
