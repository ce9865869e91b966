package dev.interleave.sandbox.cell;

import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a session has declared, in order, so that a new front end can be brought to the same place.
 * Bounded: of a very long history the oldest part is forgotten.
 */
final class History {

    private static final int MAX_SNIPPETS = 5_000;
    private static final int MAX_CHARS = 4 << 20;

    /** Keeps a message well under the size that the wire allows, whatever the characters are. */
    private static final int CHARS_A_MESSAGE = 1 << 20;

    private final Deque<Declared> snippets = new ArrayDeque<>();
    private int chars;

    void add(Declared snippet) {
        snippets.addLast(snippet);
        chars += size(snippet);
        while (snippets.size() > MAX_SNIPPETS || chars > MAX_CHARS) {
            chars -= size(snippets.removeFirst());
        }
    }

    /** Everything, in portions that fit into one message each. */
    List<List<Declared>> portions() {
        List<List<Declared>> portions = new ArrayList<>();
        List<Declared> portion = new ArrayList<>();
        int size = 0;
        for (Declared snippet : snippets) {
            if (size + size(snippet) > CHARS_A_MESSAGE && !portion.isEmpty()) {
                portions.add(portion);
                portion = new ArrayList<>();
                size = 0;
            }
            portion.add(snippet);
            size += size(snippet);
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /**
     * The sources of what is declared now, in order, for a JVM that has none of it; values with
     * names that {@code jshell} makes up are nothing that a source declares.
     */
    List<String> sources() {
        Map<String, String> last = new LinkedHashMap<>();
        for (Declared snippet : snippets) {
            if (!snippet.name().startsWith("$")) {
                String key = snippet.kind() + " " + snippet.name();
                last.remove(key);
                last.put(key, snippet.source());
            }
        }
        return List.copyOf(last.values());
    }

    /**
     * Forgets the variables, which are lost with their JVM, and returns their names; those that
     * {@code jshell} makes up, such as {@code $1}, are not worth a word.
     */
    List<String> forgetVariables() {
        List<String> names =
                snippets.stream()
                        .filter(snippet -> snippet.kind() == Kind.VARIABLE)
                        .map(Declared::name)
                        .filter(name -> !name.startsWith("$"))
                        .distinct()
                        .toList();
        snippets.removeIf(snippet -> snippet.kind() == Kind.VARIABLE);
        chars = snippets.stream().mapToInt(History::size).sum();
        return names;
    }

    void clear() {
        snippets.clear();
        chars = 0;
    }

    private static int size(Declared snippet) {
        return snippet.id().length() + snippet.name().length() + snippet.source().length();
    }
}
