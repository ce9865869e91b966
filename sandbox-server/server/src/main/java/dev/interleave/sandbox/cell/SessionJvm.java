package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.Wire;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import java.util.concurrent.CompletableFuture;

/**
 * A session's JVM as the supervisor sees it: first the pool's, then one session's.
 *
 * <p>Threading: any thread may call anything. The owner hears messages from one thread and raw text
 * from another.
 */
final class SessionJvm {

    /** Hears what the JVM says; must not wait for anything. */
    interface Owner {

        void heard(SessionJvm jvm, FromSession message);

        void heardRaw(SessionJvm jvm, String text);

        /** It sent what it never sends by itself and is being killed. */
        void forged(SessionJvm jvm, String what);

        void ended(SessionJvm jvm, JvmFate fate);
    }

    private final Jail jail;
    private final Channel channel;
    private final CompletableFuture<SessionJvm> ready = new CompletableFuture<>();
    private volatile Owner owner;
    private volatile JvmFate fate;

    SessionJvm(Jail jail, Owner firstOwner) {
        this.jail = jail;
        this.owner = firstOwner;
        this.channel = new Channel(jail);
        channel.start(new FromJail());
    }

    /** Completes when the JVM has said hello; fails when it ended before. */
    CompletableFuture<SessionJvm> ready() {
        return ready;
    }

    /** Hands the JVM over. An end that has already come is told again, to the new owner. */
    void giveTo(Owner newOwner) {
        owner = newOwner;
        if (fate != null) {
            newOwner.ended(this, fate);
        }
    }

    boolean lives() {
        return fate == null;
    }

    void send(ToSession message) {
        // Classes wait for the invocation that needs them; both go out in one write.
        channel.send(message, ToSession::write, !(message instanceof ToSession.Load));
    }

    void kill() {
        channel.close();
    }

    Jail jail() {
        return jail;
    }

    private final class FromJail implements Channel.Receiver {

        @Override
        public void frame(int tag, WireReader in) throws WireException {
            FromSession message = FromSession.read(tag, in);
            check(message);
            if (message instanceof FromSession.Hello(int protocol)) {
                if (protocol != Wire.PROTOCOL || !ready.complete(SessionJvm.this)) {
                    throw new WireException("a hello out of place");
                }
            } else {
                owner.heard(SessionJvm.this, message);
            }
        }

        @Override
        public void broken(String why) {
            owner.forged(SessionJvm.this, why);
        }

        @Override
        public void raw(String text) {
            owner.heardRaw(SessionJvm.this, text);
        }

        @Override
        public void closed() {
            // How it ended will be known in a moment, and is part of what is told.
        }

        @Override
        public void ended(End end) {
            fate = JvmFate.of(end);
            ready.completeExceptionally(new IllegalStateException("ended with " + end));
            owner.ended(SessionJvm.this, fate);
        }
    }

    /** What the encoding leaves open and our own agent never sends. */
    private static void check(FromSession message) throws WireException {
        boolean fine =
                switch (message) {
                    case FromSession.Output m -> m.text() != null;
                    case FromSession.Shown m ->
                            m.inWords() != null && m.content().length <= Wire.MAX_SHOWN;
                    case FromSession.RunEnded m -> m.threadCount() >= m.threads().size();
                    case FromSession.ThreadsEnded m -> m.remaining() >= 0;
                    case FromSession.StopFinished m -> m.remaining() >= 0;
                    case FromSession.Replied(_, Reply.Gone _) -> false;
                    default -> true;
                };
        if (!fine) {
            throw new WireException("not a " + message.getClass().getSimpleName() + " of ours");
        }
    }
}
