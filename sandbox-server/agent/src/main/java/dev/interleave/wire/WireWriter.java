package dev.interleave.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the fields of one frame into a buffer that is used again and again.
 *
 * <p>Threading: not safe for use by several threads; each connection guards its writer with its own
 * lock.
 */
public final class WireWriter {

    private static final int HEADER = 4;

    private byte[] buffer = new byte[512];
    private int size = HEADER;

    /** Writes an element of a list. */
    public interface ElementWriter<T> {
        void write(WireWriter out, T element);
    }

    /** Begins a frame; what was written before is forgotten. */
    public WireWriter begin(int tag) {
        size = HEADER;
        return u8(tag);
    }

    /** Sends the frame in one write. The stream is not flushed. */
    public void sendTo(OutputStream out) throws IOException {
        int length = size - HEADER;
        if (length > Wire.MAX_FRAME) {
            throw new WireException(
                    "a frame of " + length + " bytes is larger than " + Wire.MAX_FRAME);
        }
        buffer[0] = (byte) (length >>> 24);
        buffer[1] = (byte) (length >>> 16);
        buffer[2] = (byte) (length >>> 8);
        buffer[3] = (byte) length;
        out.write(buffer, 0, size);
    }

    public WireWriter u8(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    public WireWriter bool(boolean value) {
        return u8(value ? 1 : 0);
    }

    public WireWriter i32(int value) {
        room(4);
        buffer[size++] = (byte) (value >>> 24);
        buffer[size++] = (byte) (value >>> 16);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
        return this;
    }

    public WireWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    public WireWriter bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    /** Part of an array; read as bytes, or as a text if it is UTF-8. */
    public WireWriter bytes(byte[] value, int offset, int length) {
        i32(length);
        room(length);
        System.arraycopy(value, offset, buffer, size, length);
        size += length;
        return this;
    }

    /** Fields that were encoded before. */
    public WireWriter encoded(byte[] fields, int offset, int length) {
        room(length);
        System.arraycopy(fields, offset, buffer, size, length);
        size += length;
        return this;
    }

    /** A string in UTF-8, or null. */
    public WireWriter text(String value) {
        return value == null ? i32(-1) : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public <T> WireWriter list(List<T> values, ElementWriter<? super T> element) {
        i32(values.size());
        for (T value : values) {
            element.write(this, value);
        }
        return this;
    }

    private void room(int bytes) {
        if (size + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + bytes, buffer.length * 2));
        }
    }
}
