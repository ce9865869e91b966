package dev.interleave.web.course;

/**
 * A piece of a lesson that can be found by searching: the prose of a section, or one listing.
 *
 * @param anchor id of the place in the page, or empty for the lesson's beginning
 * @param heading of the section that it stands in; empty before the first
 * @param code whether it is code
 */
public record Passage(String anchor, String heading, boolean code, String text) {}
