/** Cells in the page: drafts, runs, and the stream of what happens. */
package dev.interleave.web.cell;
