package dev.interleave.wire;

import java.util.List;

/**
 * How one invocation in a session JVM ended. The session JVM sends it, the supervisor hands it on
 * to the front end that asked. Exactly one follows each {@link ToSession.Invoke} and {@link
 * ToSession.ReadVariable}; when the session JVM is gone the supervisor makes a {@link Gone} itself.
 */
public sealed interface Reply {

    /**
     * It returned. The text is the value as {@code jshell} shows it, null for a method that returns
     * nothing.
     */
    record Returned(String text) implements Reply {}

    /** It threw; the first cause is what was thrown. Never empty. */
    record Threw(List<Cause> causes) implements Reply {}

    /**
     * It ran into a declaration that is not resolved yet; {@code snippet} is JShell's number for
     * it.
     */
    record Unresolved(int snippet, List<Frame> stack) implements Reply {}

    /** It was ended by {@link ToSession.Stop}. */
    record Stopped() implements Reply {}

    /** The session JVM could not run it; the message is for the log and for the learner. */
    record Broken(String message) implements Reply {}

    /** The session JVM has ended. */
    record Gone() implements Reply {}

    static void write(WireWriter out, Reply reply) {
        switch (reply) {
            case Returned r -> out.u8(1).text(r.text);
            case Threw t -> out.u8(2).list(t.causes, Cause::write);
            case Unresolved u -> out.u8(3).i32(u.snippet).list(u.stack, Frame::write);
            case Stopped _ -> out.u8(4);
            case Broken b -> out.u8(5).text(b.message);
            case Gone _ -> out.u8(6);
        }
    }

    static Reply read(WireReader in) throws WireException {
        int kind = in.u8();
        return switch (kind) {
            case 1 -> new Returned(in.text());
            case 2 -> threw(in.list(Cause::read));
            case 3 -> new Unresolved(in.i32(), in.list(Frame::read));
            case 4 -> new Stopped();
            case 5 -> new Broken(in.text());
            case 6 -> new Gone();
            default -> throw new WireException("no reply " + kind);
        };
    }

    private static Reply threw(List<Cause> causes) throws WireException {
        if (causes.isEmpty() || causes.size() > Wire.MAX_CAUSES) {
            throw new WireException(causes.size() + " causes");
        }
        return new Threw(causes);
    }
}
