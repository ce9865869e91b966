package dev.interleave.cli;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.result.CompareEvent;
import java.util.function.Consumer;

/**
 * A comparer of a server that goes on: the jails are tried out when somebody compares for the first
 * time.
 *
 * <p>Threading: any thread may call anything.
 */
final class OpeningComparer implements Comparer {

    private final Installation here;
    private ComparingJails open;
    private boolean closed;

    OpeningComparer(Installation here) {
        this.here = here;
    }

    @Override
    public Running begin(Request request, Consumer<CompareEvent> events) {
        return comparer().begin(request, events);
    }

    @Override
    public Running begin(Sweep sweep, Consumer<CompareEvent> events) {
        return comparer().begin(sweep, events);
    }

    @Override
    public Running begin(Look look, Consumer<CompareEvent> events) {
        return comparer().begin(look, events);
    }

    private synchronized Comparer comparer() {
        if (closed) {
            return Comparer.refusing("Nothing is compared any more: the server ends.");
        }
        if (open == null) {
            open = ComparingJails.open(here);
        }
        return open.comparer();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
        }
    }
}
