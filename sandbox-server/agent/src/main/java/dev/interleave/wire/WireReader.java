package dev.interleave.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads frames from a stranger: every length is held against what is really there before memory is
 * taken for it.
 *
 * <p>Threading: one thread reads a connection; {@link #next()} blocks until a whole frame has come.
 */
public final class WireReader {

    private static final int HEADER = 4;

    /** Frames up to this size share one buffer, so that small ones need no new memory. */
    private static final int MAX_SHARED = 64 << 10;

    private final InputStream in;
    private byte[] shared = new byte[1 << 10];
    private byte[] frame = shared;
    private int end;
    private int at;

    /** Reads an element of a list. */
    public interface ElementReader<T> {
        T read(WireReader in) throws WireException;
    }

    public WireReader(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next frame and returns its tag, or -1 at the end of the stream.
     *
     * @throws WireException if the frame is empty or larger than {@link Wire#MAX_FRAME}
     */
    public int next() throws IOException {
        frame = shared;
        int header = in.readNBytes(frame, 0, HEADER);
        if (header == 0) {
            return -1;
        }
        if (header < HEADER) {
            throw new EOFException("the stream ended inside a frame's length");
        }
        at = 0;
        end = HEADER;
        int length = i32();
        if (length < 1 || length > Wire.MAX_FRAME) {
            throw new WireException(
                    "a frame of " + length + " bytes is not between 1 and " + Wire.MAX_FRAME);
        }
        if (fill(length) < length) {
            throw new EOFException("the stream ended inside a frame");
        }
        at = 0;
        end = length;
        return u8();
    }

    /** Reads the body; memory for a long one is taken as its bytes arrive. */
    private int fill(int length) throws IOException {
        if (length > MAX_SHARED) {
            frame = in.readNBytes(length);
            return frame.length;
        }
        if (length > shared.length) {
            shared = new byte[Math.min(MAX_SHARED, Integer.highestOneBit(length) << 1)];
        }
        frame = shared;
        return in.readNBytes(frame, 0, length);
    }

    /** Goes back to the first field of the frame. */
    public void again() {
        at = 1;
    }

    /** Checks that the whole frame was read. */
    public <T> T end(T message) throws WireException {
        if (at != end) {
            throw new WireException(
                    (end - at) + " bytes too many in " + message.getClass().getSimpleName());
        }
        return message;
    }

    public int u8() throws WireException {
        need(1);
        return frame[at++] & 0xff;
    }

    public boolean bool() throws WireException {
        return u8() != 0;
    }

    public int i32() throws WireException {
        need(4);
        int value =
                (frame[at] & 0xff) << 24
                        | (frame[at + 1] & 0xff) << 16
                        | (frame[at + 2] & 0xff) << 8
                        | (frame[at + 3] & 0xff);
        at += 4;
        return value;
    }

    public long i64() throws WireException {
        return (long) i32() << 32 | i32() & 0xffffffffL;
    }

    public byte[] bytes() throws WireException {
        int length = i32();
        if (length < 0) {
            throw new WireException("a length of " + length);
        }
        need(length);
        byte[] value = Arrays.copyOfRange(frame, at, at + length);
        at += length;
        return value;
    }

    /** A string, or null. Bytes that are no UTF-8 become the replacement character. */
    public String text() throws WireException {
        int length = i32();
        if (length == -1) {
            return null;
        }
        if (length < 0) {
            throw new WireException("a text of length " + length);
        }
        need(length);
        String value = new String(frame, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** A constant of an enum by its ordinal. */
    public <E extends Enum<E>> E constant(E[] values) throws WireException {
        int ordinal = u8();
        if (ordinal >= values.length) {
            throw new WireException("no constant " + ordinal);
        }
        return values[ordinal];
    }

    /** The number of elements that follow; each takes at least one byte. */
    public int count() throws WireException {
        int count = i32();
        if (count < 0 || count > end - at) {
            throw new WireException("a list of " + count + " elements in " + (end - at) + " bytes");
        }
        return count;
    }

    public <T> List<T> list(ElementReader<T> element) throws WireException {
        return list(Integer.MAX_VALUE, element);
    }

    /** A list of at most so many elements. */
    public <T> List<T> list(int max, ElementReader<T> element) throws WireException {
        int count = count();
        if (count > max) {
            throw new WireException(count + " elements where at most " + max + " may be");
        }
        List<T> values = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            values.add(element.read(this));
        }
        return values;
    }

    private void need(int bytes) throws WireException {
        if (bytes > end - at) {
            throw new WireException("the frame ends " + (bytes - (end - at)) + " bytes too early");
        }
    }
}
