package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Edited;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Declared;
import java.util.List;

/**
 * One session's front end in a compiler JVM, as the supervisor sees it: first the pool's, then one
 * session's.
 *
 * <p>Threading: any thread may call anything. The owner hears messages from one thread.
 */
final class FrontEnd {

    /** Hears what the front end says; must not wait for anything. */
    interface Owner {

        void heard(FrontEnd frontEnd, FromCompiler message);

        /** It is gone together with its compiler; the last that is heard. */
        void lost(FrontEnd frontEnd, CompilerLoss loss);
    }

    private final int id;
    private final CompilerJvm compiler;
    private volatile Owner owner;
    private volatile CompilerLoss loss;
    private volatile boolean dropped;

    FrontEnd(int id, CompilerJvm compiler, Owner firstOwner) {
        this.id = id;
        this.compiler = compiler;
        this.owner = firstOwner;
    }

    int id() {
        return id;
    }

    /** Hands it over. A loss that has already come is told again, to the new owner. */
    void giveTo(Owner newOwner) {
        owner = newOwner;
        if (loss != null) {
            newOwner.lost(this, loss);
        }
    }

    boolean lives() {
        return loss == null && !dropped;
    }

    void evaluate(long run, String source) {
        send(new ToCompiler.Evaluate(id, run, source));
    }

    void answer(Reply reply) {
        send(new ToCompiler.Answer(id, reply));
    }

    void rebuild(List<Declared> snippets, boolean load) {
        send(new ToCompiler.Rebuild(id, snippets, load));
    }

    void evict() {
        send(new ToCompiler.Evict(id));
    }

    void complete(int request, Edited source, int offset) {
        send(new ToCompiler.Complete(id, request, onWire(source), offset));
    }

    void document(int request, Edited source, int offset) {
        send(new ToCompiler.Document(id, request, onWire(source), offset));
    }

    void check(int request, Edited source) {
        send(new ToCompiler.Check(id, request, onWire(source)));
    }

    private static ToCompiler.Edited onWire(Edited source) {
        return switch (source) {
            case Edited.CellText(var text) -> ToCompiler.Edited.cell(text);
            case Edited.FileText(var name, var text, var others) ->
                    new ToCompiler.Edited(
                            name,
                            text,
                            others.entrySet().stream()
                                    .map(
                                            o ->
                                                    new ToCompiler.Edited(
                                                            o.getKey(), o.getValue(), List.of()))
                                    .toList());
        };
    }

    /**
     * Nobody is interested in it any more. A compiler cannot be interrupted: while it works on
     * something for this front end its clock runs on.
     */
    void drop() {
        dropped = true;
        compiler.dropWhenIdle(this);
    }

    void heard(FromCompiler message) {
        if (!dropped) {
            owner.heard(this, message);
        } else if (asks(message)) {
            answer(new Reply.Stopped());
        }
    }

    void lost(CompilerLoss how) {
        loss = how;
        if (!dropped) {
            owner.lost(this, how);
        }
    }

    boolean dropped() {
        return dropped;
    }

    private void send(ToCompiler message) {
        compiler.send(this, message);
    }

    /** Whether the compiler now waits for an answer instead of working. */
    static boolean asks(FromCompiler message) {
        return switch (message) {
            case FromCompiler.Invoke _, FromCompiler.ReadVariable _, FromCompiler.Publish _ -> true;
            default -> false;
        };
    }
}
