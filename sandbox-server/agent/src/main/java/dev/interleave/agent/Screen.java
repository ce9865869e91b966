package dev.interleave.agent;

import dev.interleave.wire.FromSession.Form;
import dev.interleave.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where {@code Display} puts what a cell shows. Outside of a session, where no page will show it,
 * it is printed in words.
 *
 * <p>Threading: any thread.
 */
public final class Screen {

    private static volatile Runs runs;

    private Screen() {}

    static void of(Runs ofSession) {
        runs = ofSession;
    }

    /** Shows markup among the output of the calling thread's run. */
    public static void markup(String inWords, String markup) {
        show(Form.MARKUP, inWords, markup.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows a picture in the same way. */
    public static void image(String inWords, byte[] picture) {
        show(Form.IMAGE, inWords, picture);
    }

    private static void show(Form form, String inWords, byte[] content) {
        if (content.length > Wire.MAX_SHOWN) {
            throw new IllegalArgumentException(
                    "One piece may have %,d bytes; this one has %,d."
                            .formatted(Wire.MAX_SHOWN, content.length));
        }
        Runs session = runs;
        if (session == null) {
            System.out.println(inWords);
        } else if (!session.ofCurrentThread().show(encoded(form, inWords, content))) {
            throw new IllegalArgumentException(
                    "One run may show %d pieces, and %,d bytes together."
                            .formatted(Wire.MOST_SHOWN, Wire.MAX_SHOWN_TOGETHER));
        }
    }

    /** The fields of the message but for the run. */
    private static byte[] encoded(Form form, String inWords, byte[] content) {
        byte[] words = Text.cut(inWords, Wire.MAX_TEXT).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 4 + words.length + 4 + content.length)
                .put((byte) form.ordinal())
                .putInt(words.length)
                .put(words)
                .putInt(content.length)
                .put(content)
                .array();
    }
}
