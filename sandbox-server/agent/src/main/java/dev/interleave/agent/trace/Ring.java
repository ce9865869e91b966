package dev.interleave.agent.trace;

import jdk.internal.misc.Unsafe;

/**
 * Where threads leave what they did for the one that reads it. Writing takes no lock and no memory.
 * When it is full nothing more is taken, for good: a record with holes would tell lies.
 *
 * <p>Threading: any thread writes, one reads.
 */
final class Ring {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long HEAD = UNSAFE.objectFieldOffset(Ring.class, "head");
    private static final int WORDS = 5;

    /** Room for threads that write at the same time. */
    private static final int MARGIN = 1_024;

    /** A slot that is not written after so many looks never will be: its thread was struck. */
    private static final int PATIENCE = 40;

    /** Takes what was read, in the order in which it was written. */
    interface Taker {
        void take(int kind, long nanos, Thread who, long other, Object about, int line);
    }

    private final int size;
    private final long[] words;
    private final Thread[] who;
    private final Object[] about;
    private volatile long head;
    private volatile long tail;
    private volatile boolean cut;
    private int looks;

    /**
     * @param size a power of two
     */
    Ring(int size) {
        this.size = size;
        this.words = new long[size * WORDS];
        this.who = new Thread[size];
        this.about = new Object[size];
    }

    void put(int kind, Thread thread, long other, Object object, int line) {
        if (cut) {
            return;
        }
        if (head - tail > size - MARGIN) {
            cut = true;
            return;
        }
        long number = UNSAFE.getAndAddLong(this, HEAD, 1);
        int slot = (int) number & size - 1;
        int word = slot * WORDS;
        words[word] = kind;
        words[word + 1] = System.nanoTime();
        words[word + 2] = other;
        words[word + 3] = line;
        who[slot] = thread;
        about[slot] = object;
        UNSAFE.putLongRelease(words, at(word + 4), number + 1);
    }

    /** Whether something was left out. */
    boolean isCut() {
        return cut;
    }

    /** Takes nothing more. */
    void cut() {
        cut = true;
    }

    /**
     * Hands over what there is.
     *
     * @param last whether nobody writes any more, so that what is missing will not come
     */
    void read(Taker taker, boolean last) {
        long end = head;
        long next = tail;
        while (next < end) {
            int slot = (int) next & size - 1;
            int word = slot * WORDS;
            if (UNSAFE.getLongAcquire(words, at(word + 4)) == next + 1) {
                looks = 0;
                taker.take(
                        (int) words[word],
                        words[word + 1],
                        who[slot],
                        words[word + 2],
                        about[slot],
                        (int) words[word + 3]);
                who[slot] = null;
                about[slot] = null;
            } else if (!last && ++looks < PATIENCE) {
                break;
            }
            next++;
            tail = next;
        }
    }

    private static long at(int word) {
        return Unsafe.ARRAY_LONG_BASE_OFFSET + (long) word * Long.BYTES;
    }
}
