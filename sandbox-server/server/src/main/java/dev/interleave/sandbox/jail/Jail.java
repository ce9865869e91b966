package dev.interleave.sandbox.jail;

import dev.interleave.wire.OwnTime;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * A jailed JVM that has connected its control channel.
 *
 * <p>Whatever comes out of it is a stranger's word. Threading: any thread may call anything; one
 * thread at a time reads {@link #in()}, {@link #raw()} and writes {@link #out()}. An interrupt of a
 * thread that reads or writes the channel closes it.
 */
public interface Jail extends AutoCloseable {

    /** The name from the {@link JailSpec}. */
    String name();

    /** What the JVM sends on the control channel; ends when the JVM has ended. */
    InputStream in();

    /** The control channel to the JVM; buffered, so flush it. */
    OutputStream out();

    /**
     * Whatever is written to the file descriptors 1 and 2, for display only. Somebody must read it
     * to its end, or the JVM stops when it writes more than a pipe holds.
     */
    InputStream raw();

    /** The outermost process of the jail, as the host numbers it. */
    long pid();

    /** Ends everything inside. Returns at once; {@link #ended()} tells when it is gone. */
    void kill();

    /** Completes when nothing inside lives any more and nothing on the host is left of the jail. */
    CompletableFuture<End> ended();

    /** Memory in use now by everything inside, in bytes; 0 once it has ended. */
    long memoryBytes();

    /** Processor time used so far by everything inside, in nanoseconds; 0 once it has ended. */
    long cpuNanos();

    /** Begins to count time as far as everything inside can use it. */
    OwnTime ownTime();

    /** Kills, and closes the streams of the channel. */
    @Override
    default void close() {
        kill();
    }
}
