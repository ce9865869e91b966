/** The program of the jail that compiles versions; it runs none of them. */
package dev.interleave.measurer.compile;
