package dev.interleave.compiler;

import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * Stands in for types that were refused. JShell stumbles over a type that it has heard of and has
 * no declaration of: from then on it takes every inferred type for {@code Object}. A declaration
 * that waits for something that never comes keeps it from that, and declares nothing either.
 */
final class Placeholders {

    private static final String NEVER_DECLARED = "$NeverDeclared$";

    private Placeholders() {}

    /** The types among these events that need one. */
    static List<String> names(List<SnippetEvent> events) {
        return events.stream()
                .filter(e -> e.causeSnippet() == null && e.status() == Status.REJECTED)
                .map(SnippetEvent::snippet)
                .filter(TypeDeclSnippet.class::isInstance)
                .map(snippet -> ((TypeDeclSnippet) snippet).name())
                .toList();
    }

    static String source(String typeName) {
        return "class " + typeName + " extends " + NEVER_DECLARED + " {}";
    }

    static boolean is(Snippet snippet) {
        return snippet.source().contains(NEVER_DECLARED);
    }
}
