/** Cells that are run under many schedules. */
package dev.interleave.web.sample;
