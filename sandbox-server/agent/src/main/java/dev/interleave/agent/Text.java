package dev.interleave.agent;

/** Bounds texts of the learner's. */
final class Text {

    private Text() {}

    /** The text itself, or its beginning and an ellipsis; never ends in half a character. */
    static String cut(String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end).concat("…");
    }
}
