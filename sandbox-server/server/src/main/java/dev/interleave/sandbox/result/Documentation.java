package dev.interleave.sandbox.result;

import java.util.List;

/** What is known about a name or call: signatures, one a line, and a text that may be empty. */
public record Documentation(List<String> signatures, String text) {}
