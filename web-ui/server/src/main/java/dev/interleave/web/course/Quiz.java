package dev.interleave.web.course;

import java.util.List;

/**
 * A quiz of a lesson. Its question and its explanations are in the lesson's text.
 *
 * @param choices how many there are; they count from 1
 * @param correct numbers of those that are right, ascending
 */
public record Quiz(String id, int choices, List<Integer> correct) {}
