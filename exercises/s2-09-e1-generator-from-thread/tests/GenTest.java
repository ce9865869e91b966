import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class GenTest {

    @Test
    @Tag("task:values")
    @DisplayName("The values come in their order, and then NoSuchElementException")
    void values_in_order() {
        try (var gen = new Gen<Integer>(GenTest::three)) {
            assertEquals(1, gen.next());
            assertEquals(2, gen.next());
            assertEquals(3, gen.next());
            assertFalse(gen.hasNext());
            assertThrows(NoSuchElementException.class, gen::next);
        }
    }

    private static void three(Gen.Out<Integer> out) throws InterruptedException {
        for (int n = 1; n <= 3; n++) {
            out.yield(n);
        }
    }

    @Test
    @Tag("task:values")
    @DisplayName("hasNext() can be called twice")
    void has_next_changes_nothing() {
        try (var gen = new Gen<Integer>(GenTest::three)) {
            for (int n = 1; n <= 3; n++) {
                assertTrue(gen.hasNext());
                assertTrue(gen.hasNext());
                assertEquals(n, gen.next());
            }
            assertFalse(gen.hasNext());
            assertFalse(gen.hasNext());
        }
    }

    @Test
    @Tag("task:values")
    @Tag("hidden")
    @DisplayName("null is a value")
    void null_is_a_value() {
        Gen.Body<String> body =
                out -> {
                    out.yield(null);
                    out.yield("after it");
                };
        try (var gen = new Gen<>(body)) {
            assertTrue(gen.hasNext());
            assertNull(gen.next());
            assertEquals("after it", gen.next());
            assertFalse(gen.hasNext());
        }
    }

    @Explore
    @Tag("task:lazy")
    @Tag("points:2")
    @DisplayName("The body does not begin before it is asked")
    public void begins_when_asked(Run run) throws Exception {
        var made = new AtomicInteger();
        try (var gen = new Gen<Integer>(out -> counted(made, out))) {
            run.settle();
            run.checkEquals(0, made.get(), "values made before anybody asked");
            run.check(gen.hasNext(), "hasNext() was false although there are values");
            run.settle();
            run.checkEquals(1, made.get(), "values made after hasNext()");
        }
    }

    @Explore
    @Tag("task:lazy")
    @Tag("points:2")
    @DisplayName("Between two values the body stands still")
    public void stands_still_between_values(Run run) throws Exception {
        var made = new AtomicInteger();
        try (var gen = new Gen<Integer>(out -> counted(made, out))) {
            for (int n = 1; n <= 2; n++) {
                run.checkEquals(n, gen.next(), "the value");
                run.settle();
                run.checkEquals(n, made.get(), "values made when so many were asked for");
            }
        }
    }

    private static void counted(AtomicInteger made, Gen.Out<Integer> out)
            throws InterruptedException {
        for (int n = 1; n <= 3; n++) {
            made.incrementAndGet();
            out.yield(n);
        }
    }

    @Test
    @Tag("task:failure")
    @Tag("points:2")
    @DisplayName("What the body throws arrives after the values, as the cause")
    void a_failure_arrives() {
        var failure = new IOException("broken");
        Gen.Body<String> body =
                out -> {
                    out.yield("before");
                    throw failure;
                };
        try (var gen = new Gen<>(body)) {
            assertEquals("before", gen.next());
            assertSame(failure, assertThrows(CompletionException.class, gen::next).getCause());
            assertSame(failure, assertThrows(CompletionException.class, gen::hasNext).getCause());
        }
    }

    @Test
    @Tag("task:failure")
    @Tag("hidden")
    @DisplayName("An Error of the body arrives like an exception")
    void an_error_arrives() {
        var failure = new StackOverflowError();
        Gen.Body<String> body =
                out -> {
                    throw failure;
                };
        try (var gen = new Gen<>(body)) {
            assertSame(failure, assertThrows(CompletionException.class, gen::next).getCause());
        }
    }

    @Explore
    @Tag("task:close")
    @Tag("points:3")
    @DisplayName("When close() returns, the body has cleaned up and ended")
    public void close_waits_for_the_end(Run run) throws Exception {
        var cleanedUp = new AtomicBoolean();
        Gen.Body<Integer> body =
                out -> {
                    try {
                        three(out);
                    } finally {
                        Thread.yield();
                        cleanedUp.set(true);
                    }
                };
        var gen = new Gen<>(body);
        run.checkEquals(1, gen.next(), "the value");
        gen.close();
        run.check(cleanedUp.get(), "close() returned before the body had cleaned up");
        run.check(!gen.hasNext(), "hasNext() was true after close()");
    }

    @Explore
    @Tag("task:close")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A body that yields while it cleans up is ended, too")
    public void a_stubborn_body_is_ended(Run run) throws Exception {
        var thrown = new AtomicInteger();
        Gen.Body<Integer> body =
                out -> {
                    for (int n = 0; n < 3; n++) {
                        try {
                            out.yield(n);
                        } catch (InterruptedException e) {
                            thrown.incrementAndGet();
                        }
                    }
                };
        var gen = new Gen<>(body);
        run.checkEquals(0, gen.next(), "the value");
        gen.close();
        gen.close();
        run.checkEquals(3, thrown.get(), "how often yield threw InterruptedException");
    }

    @Explore
    @Tag("task:close")
    @Tag("hidden")
    @DisplayName("A generator that nobody has asked never begins")
    public void closed_before_it_began(Run run) throws Exception {
        try (var other = new Gen<Integer>(GenTest::three)) {
            run.checkEquals(1, other.next(), "the value of a generator that was asked");
        }
        var made = new AtomicInteger();
        var gen = new Gen<Integer>(out -> counted(made, out));
        gen.close();
        run.check(!gen.hasNext(), "hasNext() was true after close()");
        run.settle();
        run.checkEquals(0, made.get(), "values made");
    }
}
