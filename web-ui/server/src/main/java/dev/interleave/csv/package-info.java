/** Comma-separated values that a spreadsheet can open without harm. */
package dev.interleave.csv;
