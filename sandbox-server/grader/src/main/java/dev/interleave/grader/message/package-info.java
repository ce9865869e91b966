/**
 * What the judge and the jails of grading say to each other, as frames of {@code
 * dev.interleave.wire}. Whatever a jail says is a stranger's word until it was checked.
 */
package dev.interleave.grader.message;
