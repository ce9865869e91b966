package dev.interleave.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * The snippets of a front end by JShell's number of their key, and the numbers that {@code $1} and
 * so on are made of, which are those of the {@code jshell} tool: each snippet that is accepted
 * counts one.
 *
 * <p>JShell calls {@link #install} for each snippet after compiling and before running it.
 */
final class SnippetIndex {

    private final Map<Integer, Known> byKey = new HashMap<>();
    private final Set<String> variables = new HashSet<>();
    private final List<Known> installed = new ArrayList<>();
    private int nextNumber = 1;
    private int fallbackNumber;
    private int nextOrdinal = 1;
    private int line = 1;
    private boolean hidden;

    /**
     * A snippet, the latest one of its key.
     *
     * @param ordinal counts the keys of declarations in the order in which they came, which is the
     *     same when a front end is rebuilt, whereas JShell's key may differ
     * @param line of the cell in which the snippet begins
     */
    record Known(Snippet snippet, int key, int ordinal, int line) {}

    /** Says where the snippets are from that come next. */
    void begin(int firstLine, boolean isHidden) {
        line = firstLine;
        hidden = isHidden;
        installed.clear();
    }

    String install(Snippet snippet, int key, boolean active) {
        Known before = byKey.get(key);
        int ordinal = before != null ? before.ordinal() : ordinalOf(snippet);
        Known known = new Known(snippet, key, ordinal, line);
        byKey.put(key, known);
        installed.add(known);
        if (snippet.kind() == Snippet.Kind.VAR) {
            variables.add(((VarSnippet) snippet).name());
        }
        if (active && !hidden) {
            nextNumber++;
        }
        return Integer.toString(key);
    }

    private int ordinalOf(Snippet snippet) {
        return snippet.kind().isPersistent() ? nextOrdinal++ : Integer.MAX_VALUE;
    }

    /** The name of the next temporary variable; where it is taken, JShell counts for itself. */
    String temporaryName() {
        String name = "$" + nextNumber;
        while (variables.contains(name)) {
            name = "$" + ++fallbackNumber;
        }
        return name;
    }

    /** The number of the next snippet that is accepted. */
    int nextNumber() {
        return nextNumber;
    }

    /** A snippet was accepted that JShell does not know. */
    void count() {
        nextNumber++;
    }

    /** This name is taken. */
    void reserve(String variable) {
        variables.add(variable);
    }

    void continueWith(int number) {
        nextNumber = number;
    }

    Known byKey(int key) {
        return byKey.get(key);
    }

    /** What was installed since {@link #begin}. */
    List<Known> installed() {
        return List.copyOf(installed);
    }
}
