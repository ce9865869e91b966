package dev.interleave.agent;

import dev.interleave.wire.Wire;
import java.lang.reflect.Array;

/**
 * Renders values exactly as {@code jshell} shows them, up to a bound.
 *
 * <p>Calls {@code toString()} of the learner's classes, so it belongs to the invocation and is
 * stopped with it.
 */
final class Values {

    private static final int LAST_TABLE = 255;

    private final StringBuilder text = new StringBuilder();

    private Values() {}

    static String show(Object value) {
        var values = new Values();
        values.add(value);
        return Text.cut(values.text.toString(), Wire.MAX_TEXT);
    }

    private void add(Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof String string) {
            addString(string);
        } else if (value instanceof Character character) {
            addCharacter(character);
        } else if (value.getClass().isArray()) {
            addArray(value);
        } else {
            text.append(Text.cut(value.toString(), Wire.MAX_TEXT));
        }
    }

    private boolean full() {
        return text.length() > Wire.MAX_TEXT;
    }

    private void addString(String string) {
        text.append('"');
        int at = 0;
        while (at < string.length() && !full()) {
            int character = string.codePointAt(at);
            if (character == '"') {
                text.append("\\\"");
            } else {
                addEscaped(at == 0, character);
            }
            at += Character.charCount(character);
        }
        text.append('"');
    }

    private void addCharacter(char character) {
        text.append('\'');
        if (character == '\'') {
            text.append("\\'");
        } else {
            addEscaped(true, character);
        }
        text.append('\'');
    }

    private void addEscaped(boolean first, int character) {
        switch (character) {
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            case '\\' -> text.append("\\\\");
            default -> {
                if (character <= LAST_TABLE && Character.isISOControl(character)) {
                    addOctal(character);
                } else if (first && combines(character)) {
                    addHex(character);
                } else {
                    text.appendCodePoint(character);
                }
            }
        }
    }

    private void addOctal(int character) {
        text.append('\\')
                .append((char) ('0' + (character >> 6)))
                .append((char) ('0' + (character >> 3 & 7)))
                .append((char) ('0' + (character & 7)));
    }

    private void addHex(int character) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.toUpperCase(Character.forDigit(character >> shift & 0xf, 16)));
        }
    }

    /** A combining mark would merge into the quote before it. */
    private static boolean combines(int character) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(character);
        return block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS
                || block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED
                || block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT;
    }

    private void addArray(Object array) {
        Class<?> type = array.getClass();
        int dimensions = 0;
        while (type.isArray()) {
            type = type.getComponentType();
            dimensions++;
        }
        String name = type.getTypeName();
        int length = Array.getLength(array);
        text.append(name, name.lastIndexOf('.') + 1, name.length());
        text.append('[').append(length).append(']').repeat("[]", dimensions - 1).append(" { ");
        for (int i = 0; i < length && !full(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            add(Array.get(array, i));
        }
        text.append(" }");
    }
}
