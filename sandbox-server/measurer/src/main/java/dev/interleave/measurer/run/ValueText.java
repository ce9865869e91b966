package dev.interleave.measurer.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What a version returned as text that is the same in another JVM if the value is. */
final class ValueText {

    private static final int MOST_CHARS = 300;
    private static final int DIGEST_BYTES = 8;

    private ValueText() {}

    static String of(Object value, Class<?> type) {
        if (type == void.class) {
            return "(nothing)";
        }
        String text = text(value);
        if (text.length() <= MOST_CHARS) {
            return text;
        }
        return text.substring(0, MOST_CHARS)
                + "… ("
                + text.length()
                + " characters, "
                + digest(text)
                + ")";
    }

    private static String text(Object value) {
        if (value != null && value.getClass().isArray()) {
            String all = Arrays.deepToString(new Object[] {value});
            return all.substring(1, all.length() - 1);
        }
        return hasOwnText(value)
                ? String.valueOf(value)
                : "an object of " + value.getClass().getName();
    }

    /** The text that every object has says where it lies, which is different in each JVM. */
    private static boolean hasOwnText(Object value) {
        try {
            return value == null
                    || value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every class has toString", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
