package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/** Says what a snippet has changed in a front end. */
final class Declarations {

    private Declarations() {}

    /**
     * Empty if nothing was declared. A declaration that was refused counts where it took an older
     * one of its name with it, as JShell has it.
     */
    static Optional<Declared> of(List<SnippetEvent> events, String id, String source) {
        List<PersistentSnippet> declared =
                events.stream()
                        .filter(e -> e.causeSnippet() == null)
                        .filter(e -> e.status().isActive() || overwrites(events))
                        .map(SnippetEvent::snippet)
                        .filter(PersistentSnippet.class::isInstance)
                        .map(PersistentSnippet.class::cast)
                        .toList();
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        String names = declared.stream().map(Declarations::name).collect(Collectors.joining(", "));
        return Optional.of(new Declared(id, kind(declared.getFirst()), names, source));
    }

    private static boolean overwrites(List<SnippetEvent> events) {
        return events.stream()
                .anyMatch(e -> e.status() == Status.OVERWRITTEN && !Placeholders.is(e.snippet()));
    }

    private static Kind kind(Snippet snippet) {
        return switch (snippet.kind()) {
            case IMPORT -> Kind.IMPORT;
            case TYPE_DECL -> Kind.TYPE;
            case METHOD -> Kind.METHOD;
            default -> Kind.VARIABLE;
        };
    }

    private static String name(PersistentSnippet snippet) {
        return switch (snippet) {
            case MethodSnippet m -> m.name() + "(" + m.parameterTypes() + ")";
            case ImportSnippet i -> i.fullname();
            default -> snippet.name();
        };
    }
}
