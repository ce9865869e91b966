package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends compiling jails, warm ones first; each serves one submission at a time.
 *
 * <p>Threading: any thread may call anything.
 */
final class CompileJails implements AutoCloseable {

    private final Jails jails;
    private final Duration cpu;
    private final Queue<CompileJail> idle = new ConcurrentLinkedQueue<>();

    CompileJails(Jails jails, Duration cpu) {
        this.jails = jails;
        this.cpu = cpu;
    }

    CompileJail.Outcome compile(CompileOrder order) throws IOException {
        CompileJail jail = idle.poll();
        if (jail == null) {
            jail = CompileJail.start(jails, cpu);
        }
        try {
            return jail.compile(order);
        } finally {
            if (jail.isFit()) {
                idle.add(jail);
            } else {
                jail.close();
            }
        }
    }

    @Override
    public void close() {
        idle.forEach(CompileJail::close);
        idle.clear();
    }
}
