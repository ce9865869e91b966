package dev.interleave.cli;

import dev.interleave.web.cell.SandboxAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A sandbox that opens beside the server. Trying out the jail and starting its JVMs takes more of
 * the processor than starting the server does, so this begins when the server is ready to answer:
 * people read before they run.
 *
 * <p>Threading: one thread begins, awaits and closes it.
 */
final class OpeningSandbox implements AutoCloseable {

    private final Supplier<SandboxAccess> opener;
    private final CompletableFuture<SandboxAccess> access = new CompletableFuture<>();
    private boolean begun;

    /**
     * @param opener opens it; blocks meanwhile
     */
    OpeningSandbox(Supplier<SandboxAccess> opener) {
        this.opener = opener;
    }

    /** Done when it is open, or with the failure to open it. */
    CompletableFuture<SandboxAccess> access() {
        return access;
    }

    /** Lets it open in the background, if it does not yet. */
    void begin() {
        if (!begun) {
            begun = true;
            access.completeAsync(opener, task -> Thread.ofPlatform().name("sandbox").start(task));
        }
    }

    /**
     * Waits until it is open.
     *
     * @throws RuntimeException if it could not be opened
     */
    SandboxAccess await() {
        begin();
        try {
            return access.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        if (begun && !access.isCompletedExceptionally()) {
            await().close();
        }
    }
}
