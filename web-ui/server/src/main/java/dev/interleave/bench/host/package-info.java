/** What the operating system says of the product's processes, read from {@code /proc}. */
package dev.interleave.bench.host;
