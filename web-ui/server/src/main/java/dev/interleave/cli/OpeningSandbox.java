package dev.interleave.cli;

import dev.interleave.web.cell.SandboxAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A sandbox that opens while the server gets ready to answer: trying out the jail takes as long as
 * starting a JVM.
 *
 * <p>Threading: one thread closes it.
 */
record OpeningSandbox(CompletableFuture<SandboxAccess> access) implements AutoCloseable {

    static OpeningSandbox begin(Supplier<SandboxAccess> opener) {
        return new OpeningSandbox(
                CompletableFuture.supplyAsync(
                        opener, task -> Thread.ofPlatform().name("sandbox").start(task)));
    }

    /**
     * Waits until it is open.
     *
     * @throws RuntimeException if it could not be opened
     */
    SandboxAccess await() {
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
        if (!access.isCompletedExceptionally()) {
            await().close();
        }
    }
}
