/**
 * What a benchmark of the product is, and what it gets: amounts, a sandbox to measure, somewhere to
 * tell figures. The benchmarks of cells are in {@code cell}, what they are compared with in {@code
 * peer}, what the operating system says of the product's processes in {@code host}.
 */
package dev.interleave.bench;
