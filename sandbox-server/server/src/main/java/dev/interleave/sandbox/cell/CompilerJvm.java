package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Resource;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.Wire;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiler JVM as the supervisor sees it: hands messages to and from its front ends, and ends it
 * when one of them compiles for too long.
 *
 * <p>Threading: any thread may call anything. Front ends are told from one thread, without a lock.
 */
final class CompilerJvm {

    private static final Logger log = LoggerFactory.getLogger(CompilerJvm.class);

    /** What our compiler exits with when it cannot even say over whose source it ran out. */
    private static final int OUT_OF_MEMORY_STATUS = 3;

    private final Jail jail;
    private final Channel channel;
    private final CompletableFuture<CompilerJvm> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Guards what follows. */
    private final Object lock = new Object();

    private final CompileClock clock;
    private final Map<Integer, FrontEnd> frontEnds = new HashMap<>();
    private final List<FrontEnd> suspects = new ArrayList<>();
    private int lastId;
    private Blame blame;
    private boolean gone;

    CompilerJvm(Jail jail, CellLimits limits) {
        this.jail = jail;
        this.clock =
                new CompileClock(limits.compileWall(), Runtime.getRuntime().availableProcessors());
        this.channel = new Channel(jail);
        channel.start(new FromJail());
    }

    /** Completes when the JVM is up and warm; fails when it ended before. */
    CompletableFuture<CompilerJvm> ready() {
        return ready;
    }

    /** Completes when it cannot be talked to any more. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** A new front end, whose owner hears {@code Opened}; false when the JVM is gone already. */
    boolean open(ToCompiler.Options options, FrontEnd.Owner owner) {
        FrontEnd frontEnd;
        synchronized (lock) {
            if (gone) {
                return false;
            }
            frontEnd = new FrontEnd(++lastId, this, owner);
            frontEnds.put(frontEnd.id(), frontEnd);
        }
        send(frontEnd, new ToCompiler.Open(frontEnd.id(), options));
        return true;
    }

    int openFrontEnds() {
        synchronized (lock) {
            return frontEnds.size();
        }
    }

    void send(FrontEnd frontEnd, ToCompiler message) {
        if (!(message instanceof ToCompiler.Evict)) {
            synchronized (lock) {
                clock.given(frontEnd.id(), System.nanoTime());
            }
        }
        channel.send(message, ToCompiler::write, true);
    }

    void dropWhenIdle(FrontEnd frontEnd) {
        synchronized (lock) {
            if (clock.works(frontEnd.id()) || frontEnds.remove(frontEnd.id()) == null) {
                return;
            }
        }
        channel.send(new ToCompiler.Drop(frontEnd.id()), ToCompiler::write, true);
    }

    /** Ends it if it does not come along any more; to be called every now and then. */
    void watch() {
        synchronized (lock) {
            Set<Integer> working = clock.working();
            if (working.isEmpty() || blame != null || !clock.tooLong(System.nanoTime())) {
                return;
            }
            // Of several nobody can tell from here who holds up the others.
            blame = new Blame(working.size() == 1 ? working.iterator().next() : 0, Resource.TIME);
        }
        log.info("{} says nothing any more and is ended", jail.name());
        kill();
    }

    private void overrun(int frontEnd, Resource resource) {
        synchronized (lock) {
            if (blame != null) {
                return;
            }
            blame = new Blame(frontEnd, resource);
        }
        log.info("{} meets a source that takes too much {} and is ended", jail.name(), resource);
        kill();
    }

    void kill() {
        channel.close();
    }

    Jail jail() {
        return jail;
    }

    private void heard(int id, FromCompiler message) {
        if (message instanceof FromCompiler.Overrun(_, _, Resource resource)) {
            // Also of a front end that was dropped meanwhile: its source is still at work.
            overrun(id, resource);
            return;
        }
        FrontEnd frontEnd;
        boolean drop;
        synchronized (lock) {
            frontEnd = frontEnds.get(id);
            if (frontEnd == null) {
                return;
            }
            clock.heard(id, FrontEnd.asks(message) || answers(message), System.nanoTime());
            drop = frontEnd.dropped() && !clock.works(id) && !FrontEnd.asks(message);
        }
        frontEnd.heard(message);
        if (drop) {
            dropWhenIdle(frontEnd);
        }
    }

    /** Tells those who were not compiling, who need not know why; the others are suspects. */
    private void tellBystanders() {
        List<FrontEnd> bystanders = new ArrayList<>();
        synchronized (lock) {
            gone = true;
            Set<Integer> working = clock.working();
            for (FrontEnd frontEnd : frontEnds.values()) {
                (working.contains(frontEnd.id()) ? suspects : bystanders).add(frontEnd);
            }
            frontEnds.clear();
        }
        bystanders.forEach(frontEnd -> frontEnd.lost(CompilerLoss.INNOCENT));
    }

    private void tellSuspects(End end) {
        Blame known;
        List<FrontEnd> told;
        synchronized (lock) {
            boolean outOfMemory = end.outOfMemory() || end.exitStatus() == OUT_OF_MEMORY_STATUS;
            if (blame == null && outOfMemory && suspects.size() == 1) {
                blame = new Blame(suspects.getFirst().id(), Resource.MEMORY);
            }
            known = blame == null ? new Blame(0, Resource.TIME) : blame;
            told = List.copyOf(suspects);
        }
        told.forEach(frontEnd -> frontEnd.lost(known.of(frontEnd)));
    }

    /**
     * Over what it went down.
     *
     * @param frontEnd that was at fault; 0 if that is not known
     */
    private record Blame(int frontEnd, Resource resource) {

        CompilerLoss of(FrontEnd suspect) {
            if (frontEnd == 0) {
                return CompilerLoss.UNKNOWN;
            }
            if (frontEnd != suspect.id()) {
                return CompilerLoss.INNOCENT;
            }
            return resource == Resource.TIME ? CompilerLoss.TIME : CompilerLoss.MEMORY;
        }
    }

    private final class FromJail implements Channel.Receiver {

        @Override
        public void frame(int tag, WireReader in) throws WireException {
            FromCompiler message = FromCompiler.read(tag, in);
            if (message instanceof FromCompiler.Ready(int protocol)) {
                if (protocol != Wire.PROTOCOL || !ready.complete(CompilerJvm.this)) {
                    throw new WireException("a ready out of place");
                }
            } else {
                heard(CompilerMessages.checkedFrontEnd(message), message);
            }
        }

        @Override
        public void broken(String why) {
            log.warn("{} broke the rules of its channel and is ended: {}", jail.name(), why);
        }

        @Override
        public void raw(String text) {
            log.info("{}: {}", jail.name(), text.strip());
        }

        @Override
        public void closed() {
            tellBystanders();
            closed.complete(null);
        }

        @Override
        public void ended(End end) {
            ready.completeExceptionally(new IllegalStateException("ended with " + end));
            tellSuspects(end);
        }
    }

    /** Whether the front end has done with something that it was given. */
    private static boolean answers(FromCompiler message) {
        return switch (message) {
            case FromCompiler.Opened _,
                    FromCompiler.Evaluated _,
                    FromCompiler.Rebuilt _,
                    FromCompiler.Completed _,
                    FromCompiler.Documented _,
                    FromCompiler.Checked _ ->
                    true;
            default -> false;
        };
    }
}
