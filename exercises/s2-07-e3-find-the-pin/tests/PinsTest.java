import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scenario has no carriers, so all of this runs as it is. */
class PinsTest {

    /** Waits, in a method of its own. */
    private static void shortly() {
        LockSupport.parkNanos(1_000_000);
    }

    /** Waits for somebody else, for as long as that takes. */
    private static void forSomebody() {
        var come = new Semaphore(0);
        Thread.ofPlatform().start(come::release);
        come.acquireUninterruptibly();
    }

    static final class Prices {
        static {
            LockSupport.parkNanos(1_000_000);
        }

        static void open() {}
    }

    @Test
    @Tag("task:places")
    @Tag("points:2")
    @DisplayName("A wait in a static initializer is found")
    void in_an_initializer() throws InterruptedException {
        assertEquals(List.of("PinsTest$Prices.<clinit>"), Pins.places(Prices::open));
    }

    static final class Tea {
        static {
            shortly();
        }

        static void open() {}
    }

    static final class Milk {
        static {
            shortly();
        }

        static void open() {}
    }

    @Test
    @Tag("task:places")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Two waits below initializers are found, in order, with the method that waits")
    void two_short_ones() throws InterruptedException {
        assertEquals(
                List.of("PinsTest.shortly", "PinsTest.shortly"),
                Pins.places(
                        () -> {
                            Tea.open();
                            Milk.open();
                        }));
    }

    @Test
    @Tag("task:nothing")
    @DisplayName("Waiting inside of synchronized holds no carrier")
    void synchronized_is_no_pin() throws InterruptedException {
        var lock = new Object();
        assertEquals(
                List.of(),
                Pins.places(
                        () -> {
                            synchronized (lock) {
                                forSomebody();
                            }
                        }));
    }

    static final class Before {
        static {
            shortly();
        }

        static void open() {}
    }

    @Test
    @Tag("task:nothing")
    @Tag("hidden")
    @DisplayName("What was pinned before is not reported")
    void what_was_before() throws InterruptedException {
        Thread.startVirtualThread(Before::open).join();
        assertEquals(List.of(), Pins.places(PinsTest::forSomebody));
    }

    static final class Late {
        static {
            shortly();
        }

        static void open() {}
    }

    @Test
    @Tag("task:nothing")
    @Tag("hidden")
    @DisplayName("Calling it twice reports each pin once")
    void twice() throws InterruptedException {
        assertEquals(List.of("PinsTest.shortly"), Pins.places(Late::open));
        assertEquals(List.of(), Pins.places(Late::open));
    }

    @Test
    @Tag("task:nothing")
    @DisplayName("The work runs on a virtual thread, and has ended before places() returns")
    void on_a_virtual_thread() throws InterruptedException {
        var virtual = new AtomicBoolean();
        Pins.places(
                () -> {
                    forSomebody();
                    virtual.set(Thread.currentThread().isVirtual());
                });
        assertEquals(true, virtual.get(), "whether it had ended, and on a virtual thread");
    }

    @Test
    @Tag("task:nothing")
    @Tag("hidden")
    @DisplayName("What the work throws comes out")
    void what_the_work_throws() {
        var failure = new IllegalStateException("broken");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Pins.places(
                                        () -> {
                                            throw failure;
                                        })));
    }

    @Test
    @Tag("task:end")
    @Tag("hidden")
    @DisplayName("Afterwards no recording is left, also if the work threw")
    void no_recording_is_left() throws InterruptedException {
        Pins.places(() -> {});
        assertThrows(
                IllegalStateException.class,
                () ->
                        Pins.places(
                                () -> {
                                    throw new IllegalStateException("broken");
                                }));
        assertEquals(List.of(), FlightRecorder.getFlightRecorder().getRecordings());
    }
}
