package dev.interleave.compiler;

/**
 * What must be the same when a snippet is evaluated in a rebuilt front end.
 *
 * @param firstClass number of the first class that it made
 * @param classes how many classes it made
 * @param number of the snippet, of which {@code $1} and so on are made
 * @param nextNumber of the snippet that comes after
 */
record SnippetId(int firstClass, int classes, int number, int nextNumber) {

    String text() {
        return firstClass + "." + classes + "." + number + "." + nextNumber;
    }

    /**
     * @throws IllegalArgumentException if it is not one of ours
     */
    static SnippetId parse(String text) {
        String[] parts = text.split("\\.");
        if (parts.length != 4) {
            throw new IllegalArgumentException("no id of a snippet: " + text);
        }
        return new SnippetId(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
