package dev.interleave.web.handin;

/**
 * What somebody wrote to a line of what was handed in.
 *
 * @param line from 1
 * @param by login of who wrote it
 */
public record CodeComment(String file, int line, String words, String by) {}
