package dev.interleave.web.cell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Holds a picture against what a page may have to decode. Only its first bytes are read here, and
 * by readers that are written in Java.
 */
final class SafePicture {

    private static final int MOST_PIXELS = 4096;

    private SafePicture() {}

    /** The picture as a data URL, or empty if it is none, or too large. */
    static String of(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        var format = format(bytes);
        return !format.isEmpty() && fits(bytes, format)
                ? "data:image/" + format + ";base64," + base64
                : "";
    }

    private static String format(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        return begins(bytes, 'G', 'I', 'F', '8') ? "gif" : "";
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(byte[] bytes, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return within(reader.getWidth(0)) && within(reader.getHeight(0));
        } catch (IOException e) {
            return false;
        } finally {
            reader.dispose();
        }
    }

    private static boolean within(int pixels) {
        return pixels > 0 && pixels <= MOST_PIXELS;
    }
}
