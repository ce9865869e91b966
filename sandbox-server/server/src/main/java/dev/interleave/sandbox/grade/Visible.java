package dev.interleave.sandbox.grade;

/** Makes text from a jail fit to be shown: bounded, and without control characters. */
final class Visible {

    private static final int MOST_CHARS = 4000;

    private Visible() {}

    /** Line ends and tabs stay; null stays null. */
    static String text(String raw) {
        if (raw == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        raw.codePoints()
                .limit(MOST_CHARS)
                .map(c -> c == '\n' || c == '\t' || isHarmless(c) ? c : '\uFFFD')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }
}
