package dev.interleave.lessons.build.data;

/**
 * A word of the trade that a lesson defines.
 *
 * @param everyday whether it has another meaning too, so that it is not looked for in other texts
 * @param definition HTML of the paragraph that defines it
 */
public record Term(String id, String term, boolean everyday, String definition) {}
