package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.wire.Cause;
import dev.interleave.wire.Frame;
import dev.interleave.wire.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Odd() {
            super("odd");
        }
    }

    @Test
    void causes_follow_in_order() {
        var thrown = new IllegalStateException("outer", new IOException("inner"));
        assertThat(Causes.describe(thrown))
                .extracting(Cause::className, Cause::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "java.lang.IllegalStateException", "outer"),
                        org.assertj.core.groups.Tuple.tuple("java.io.IOException", "inner"));
    }

    @Test
    void a_circle_of_causes_is_cut() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);
        assertThat(Causes.describe(first))
                .extracting(Cause::message)
                .containsExactly("first", "second");
    }

    @Test
    void a_long_chain_of_causes_is_cut() {
        Throwable thrown = new IOException("0");
        for (int i = 1; i < 1000; i++) {
            thrown = new IOException(Integer.toString(i), thrown);
        }
        assertThat(Causes.describe(thrown)).hasSize(Wire.MAX_CAUSES);
    }

    @Test
    void methods_that_fail_are_survived() {
        var thrown =
                new Odd() {
                    @Override
                    public String getMessage() {
                        throw new Odd();
                    }

                    @Override
                    public StackTraceElement[] getStackTrace() {
                        throw new Odd();
                    }

                    @Override
                    public synchronized Throwable getCause() {
                        throw new Odd();
                    }
                };
        Cause cause = Causes.describe(thrown).getFirst();
        assertThat(cause.message()).isEqualTo("getMessage() failed: " + Odd.class.getName());
        assertThat(cause.stack()).isEmpty();
    }

    @Test
    void methods_that_return_null_are_survived() {
        var thrown =
                new Odd() {
                    @Override
                    public String getMessage() {
                        return null;
                    }

                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return null;
                    }
                };
        Cause cause = Causes.describe(thrown).getFirst();
        assertThat(cause.message()).isNull();
        assertThat(cause.stack()).isEmpty();
    }

    @Test
    void frames_that_are_null_or_say_nothing_are_survived() {
        var thrown = new Odd();
        var known = new StackTraceElement("Some", "method", null, -1);
        var odd =
                new Odd() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return new StackTraceElement[] {null, known, null};
                    }
                };
        assertThat(Causes.describe(odd).getFirst().stack())
                .containsExactly(new Frame("Some", "method", null, -1));
        thrown.setStackTrace(new StackTraceElement[0]);
        assertThat(Causes.describe(thrown).getFirst().stack()).isEmpty();
    }

    @Test
    void of_a_deep_stack_both_ends_are_shown() {
        var stack = new StackTraceElement[1024];
        for (int i = 0; i < stack.length; i++) {
            stack[i] = new StackTraceElement("Deep", "m" + i, "Deep.java", i);
        }
        var thrown = new StackOverflowError();
        thrown.setStackTrace(stack);
        List<Frame> frames = Causes.describe(thrown).getFirst().stack();
        assertThat(frames).hasSize(Wire.MAX_STACK);
        assertThat(frames.getFirst().method()).isEqualTo("m0");
        assertThat(frames.getLast().method()).isEqualTo("m1023");
    }

    @Test
    void the_agents_own_frames_are_not_shown() {
        var thrown = new Odd();
        thrown.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("dev.interleave.agent.CellInput", "read", null, 1),
                    new StackTraceElement("Cell", "run", "Cell.java", 2),
                    new StackTraceElement("jdk.internal.reflect.Accessor", "invoke", null, 3),
                    new StackTraceElement("java.lang.reflect.Method", "invoke", null, 4),
                    new StackTraceElement("dev.interleave.agent.Invocation", "invoke", null, 5),
                });
        assertThat(Causes.describe(thrown).getFirst().stack())
                .extracting(Frame::method)
                .containsExactly("read", "run");
    }

    @Test
    void long_texts_are_cut() {
        Cause cause =
                Causes.describe(new Odd().initCause(new Error("x".repeat(1 << 20)))).getLast();
        assertThat(cause.message()).hasSize(Wire.MAX_TEXT + 1).endsWith("x…");
    }

    @Test
    void a_stop_while_it_describes_goes_through() {
        var thrown =
                new Odd() {
                    @Override
                    public String getMessage() {
                        throw StopSignal.INSTANCE;
                    }
                };
        assertThatThrownBy(() -> Causes.describe(thrown)).isSameAs(StopSignal.INSTANCE);
    }
}
