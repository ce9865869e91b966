package dev.interleave.lessons.build.data;

/**
 * A card for reviews.
 *
 * @param question HTML
 * @param answer HTML
 */
public record Card(String id, String question, String answer) {}
