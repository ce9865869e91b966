package dev.interleave.lessons.build.data;

import java.util.List;

/**
 * A quiz, as the server gets it to judge answers; the question is in the lesson's text.
 *
 * @param choices how many there are; they count from 1
 * @param correct numbers of those that are right, ascending
 */
public record Quiz(String id, int choices, List<Integer> correct) {}
