package dev.interleave.web.progress;

/** A card by its place in the course. */
public record CardId(String lesson, String card) {}
