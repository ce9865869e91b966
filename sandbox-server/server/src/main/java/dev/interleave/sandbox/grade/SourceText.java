package dev.interleave.sandbox.grade;

/** Looks at source text. */
final class SourceText {

    private SourceText() {}

    /** Whether there is nothing but white space and comments. */
    static boolean isEmpty(String text) {
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }
}
