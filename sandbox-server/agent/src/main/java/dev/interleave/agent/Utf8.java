package dev.interleave.agent;

/** Where UTF-8 text may be cut. */
final class Utf8 {

    private static final int LONGEST = 4;

    private Utf8() {}

    /**
     * How many bytes at the end of this range begin a character that is not complete; 0 as well
     * where they are no UTF-8.
     */
    static int incomplete(byte[] bytes, int from, int to) {
        for (int back = 1; back < LONGEST && to - back >= from; back++) {
            byte b = bytes[to - back];
            if (!continues(b)) {
                return length(b) > back ? back : 0;
            }
        }
        return 0;
    }

    /** How many of the bytes before {@code to} belong to a character that goes on there. */
    static int split(byte[] bytes, int from, int to) {
        int back = 0;
        while (back < LONGEST - 1 && to - back > from && continues(bytes[to - back])) {
            back++;
        }
        return back;
    }

    /** Whether this byte goes on with a character that began before it. */
    static boolean continues(byte b) {
        return (b & 0xc0) == 0x80;
    }

    private static int length(byte first) {
        int b = first & 0xff;
        return b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
    }
}
