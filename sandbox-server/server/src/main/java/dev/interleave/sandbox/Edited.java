package dev.interleave.sandbox;

import java.util.Map;

/** What an editor asks about while one types. */
public sealed interface Edited {

    String text();

    /** How many characters have to be looked at. */
    default int chars() {
        return text().length();
    }

    /** A cell of the session. */
    record CellText(String text) implements Edited {}

    /**
     * A file of an exercise, compiled as submissions are and not as cells of the session.
     *
     * @param name such as {@code Counter.java}
     * @param others the texts of the files beside it, by their names
     */
    record FileText(String name, String text, Map<String, String> others) implements Edited {

        public FileText {
            others = Map.copyOf(others);
        }

        @Override
        public int chars() {
            return text.length() + others.values().stream().mapToInt(String::length).sum();
        }
    }
}
