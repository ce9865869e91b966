package dev.interleave.bench;

import dev.interleave.sandbox.Sandbox;
import java.util.Optional;

/**
 * Opens sandboxes to measure, one at a time: two would disturb each other.
 *
 * <p>Threading: one thread measures; any thread may close.
 */
public final class Sandboxes implements AutoCloseable {

    /** Opens a sandbox like the server's, or one with other room. */
    @FunctionalInterface
    public interface Opener {
        Sandbox open(Optional<Room> room);
    }

    private final Opener opener;
    private Sandbox open;
    private boolean openIsUsual;
    private boolean closed;

    public Sandboxes(Opener opener) {
        this.opener = opener;
    }

    /** One like the server's; the same each time until another one is wanted. */
    public synchronized Sandbox usual() {
        if (open == null || !openIsUsual) {
            replace(Optional.empty());
        }
        return open;
    }

    /** A new one with this room. */
    public synchronized Sandbox with(Room room) {
        replace(Optional.of(room));
        return open;
    }

    private void replace(Optional<Room> room) {
        closeOpen();
        if (closed) {
            throw new IllegalStateException("the measurement is over");
        }
        open = opener.open(room);
        openIsUsual = room.isEmpty();
    }

    /** Ends the sandbox that is open, so that nothing of it is left. */
    public synchronized void closeOpen() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeOpen();
    }
}
