package dev.interleave.wire;

import java.util.List;

/**
 * How one invocation in a session JVM ended. The session JVM sends it, the supervisor hands it on
 * to the front end that asked. Exactly one follows each {@link ToSession.Invoke} and {@link
 * ToSession.ReadVariable}; when the session JVM is gone the supervisor makes a {@link Gone} itself.
 */
public sealed interface Reply {

    /** Adds this reply to the frame that has been begun. */
    void writeTo(WireWriter out);

    /**
     * It returned. The text is the value as {@code jshell} shows it, null for a method that returns
     * nothing.
     */
    record Returned(String text) implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(1).text(text);
        }
    }

    /** It threw; the first cause is what was thrown. Never empty. */
    record Threw(List<Cause> causes) implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(2).i32(causes.size());
            for (Cause cause : causes) {
                Cause.write(out, cause);
            }
        }
    }

    /**
     * It ran into a declaration that is not resolved yet; {@code snippet} is JShell's number for
     * it.
     */
    record Unresolved(int snippet, List<Frame> stack) implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(3).i32(snippet).list(stack, Frame::write);
        }
    }

    /** It was ended by {@link ToSession.Stop}. */
    record Stopped() implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(4);
        }
    }

    /** The session JVM could not run it; the message is for the log and for the learner. */
    record Broken(String message) implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(5).text(message);
        }
    }

    /** The session JVM has ended. */
    record Gone() implements Reply {
        @Override
        public void writeTo(WireWriter out) {
            out.u8(6);
        }
    }

    static Reply read(WireReader in) throws WireException {
        int kind = in.u8();
        return switch (kind) {
            case 1 -> new Returned(in.text());
            case 2 -> threw(in.list(Wire.MAX_CAUSES, Cause::read));
            case 3 -> new Unresolved(in.i32(), in.list(Wire.MAX_STACK, Frame::read));
            case 4 -> new Stopped();
            case 5 -> new Broken(in.text());
            case 6 -> new Gone();
            default -> throw new WireException("no reply " + kind);
        };
    }

    private static Reply threw(List<Cause> causes) throws WireException {
        if (causes.isEmpty()) {
            throw new WireException("nothing was thrown");
        }
        return new Threw(causes);
    }
}
