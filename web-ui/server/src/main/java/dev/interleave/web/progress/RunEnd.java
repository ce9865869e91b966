package dev.interleave.web.progress;

/** How a run ended; {@code limit} and {@code message} may be null. */
public record RunEnd(String status, String limit, String message, double evalMillis) {}
