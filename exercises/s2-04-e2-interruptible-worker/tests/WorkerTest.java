import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class WorkerTest {

    private static final List<String> ITEMS = List.of("a", "b", "c");

    /** Keeps what is printed, and who is closed how. */
    private static class Paper implements Worker.Printer {

        final List<String> printed = new ArrayList<>();
        int closed;
        boolean closedWhileInterrupted;

        @Override
        public void print(String item) throws InterruptedException {
            printed.add(item);
        }

        @Override
        public void close() throws InterruptedException {
            closed++;
            closedWhileInterrupted |= Thread.currentThread().isInterrupted();
        }
    }

    /** The next test has a thread without an interrupt. */
    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private static void checkStopped(Paper paper, int printed, int count) {
        boolean interrupted = Thread.interrupted();
        assertEquals(ITEMS.subList(0, printed), paper.printed, "what was printed");
        assertEquals(printed, count, "the count");
        assertTrue(interrupted, "the interrupt status is not set");
        assertEquals(1, paper.closed, "how often the printer was closed");
        assertFalse(paper.closedWhileInterrupted, "close() was called with the status set");
    }

    @Test
    @Tag("task:work")
    @DisplayName("All items are printed, and the printer is closed")
    void prints_all() {
        var paper = new Paper();
        assertEquals(3, Worker.run(ITEMS, paper));
        assertEquals(ITEMS, paper.printed);
        assertEquals(1, paper.closed, "how often the printer was closed");
        assertFalse(Thread.interrupted(), "the interrupt status is set, and nobody interrupted");
        assertEquals(0, Worker.run(List.of(), new Paper()));
    }

    @Test
    @Tag("task:stop")
    @DisplayName("An interrupt while print() waits ends the work")
    void interrupted_while_it_waits() {
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) throws InterruptedException {
                        if (item.equals("b")) {
                            throw new InterruptedException();
                        }
                        super.print(item);
                    }
                };
        checkStopped(paper, 1, Worker.run(ITEMS, paper));
    }

    @Test
    @Tag("task:stop")
    @Tag("points:2")
    @DisplayName("An interrupt while print() computes ends the work before the next item")
    void interrupted_while_it_computes() {
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) throws InterruptedException {
                        super.print(item);
                        if (item.equals("b")) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        checkStopped(paper, 2, Worker.run(ITEMS, paper));
    }

    @Test
    @Tag("task:stop")
    @Tag("hidden")
    @DisplayName("Who is interrupted before he begins prints nothing")
    void interrupted_before() {
        var paper = new Paper();
        Thread.currentThread().interrupt();
        checkStopped(paper, 0, Worker.run(ITEMS, paper));
    }

    @Test
    @Tag("task:stop")
    @Tag("hidden")
    @DisplayName("An interrupt at the last item is told to the caller, too")
    void interrupted_at_the_last_item() {
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) throws InterruptedException {
                        super.print(item);
                        if (item.equals("c")) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        checkStopped(paper, 3, Worker.run(ITEMS, paper));
    }

    @Explore(schedules = 300)
    @Tag("task:stop")
    @DisplayName("Another thread can stop a worker that waits")
    public void stopped_by_another_thread(Run run) throws Exception {
        var never = new Semaphore(0);
        var closed = new AtomicInteger();
        var printer =
                new Worker.Printer() {
                    @Override
                    public void print(String item) throws InterruptedException {
                        never.acquire();
                    }

                    @Override
                    public void close() throws InterruptedException {
                        Thread.sleep(100);
                        closed.incrementAndGet();
                    }
                };
        var counts = new ArrayList<Integer>();
        var worker =
                new InterruptWitness(run, "worker", () -> counts.add(Worker.run(ITEMS, printer)));
        run.settle();
        run.check(!run.ended(worker.thread()), "the worker ended while its printer waited");
        worker.thread().interrupt();
        run.joinAll();
        run.checkEquals(List.of(0), counts, "the count");
        run.checkEquals(1, closed.get(), "how often the printer was closed to the end");
    }

    @Test
    @Tag("task:close")
    @DisplayName("When close() is called the interrupt status is not set")
    void closing_can_wait() {
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) throws InterruptedException {
                        super.print(item);
                        Thread.currentThread().interrupt();
                    }
                };
        checkStopped(paper, 1, Worker.run(ITEMS, paper));
    }

    @Test
    @Tag("task:failing")
    @DisplayName("What print() throws comes out, and the printer is closed")
    void printing_fails() {
        var failure = new IllegalStateException("no paper");
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) {
                        throw failure;
                    }
                };
        var thrown = assertThrows(IllegalStateException.class, () -> Worker.run(ITEMS, paper));
        assertSame(failure, thrown);
        assertEquals(1, paper.closed, "how often the printer was closed");
    }

    @Test
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("An Error comes out as well, and the printer is closed")
    void printing_fails_with_an_error() {
        var failure = new StackOverflowError("deep");
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) {
                        throw failure;
                    }
                };
        var thrown = assertThrows(StackOverflowError.class, () -> Worker.run(ITEMS, paper));
        assertSame(failure, thrown);
        assertEquals(1, paper.closed, "how often the printer was closed");
    }

    @Test
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("After an interrupt a failure closes the printer without the status, too")
    void fails_after_an_interrupt() {
        var failure = new IllegalStateException("no paper");
        var paper =
                new Paper() {
                    @Override
                    public void print(String item) {
                        Thread.currentThread().interrupt();
                        throw failure;
                    }
                };
        var thrown = assertThrows(IllegalStateException.class, () -> Worker.run(ITEMS, paper));
        assertSame(failure, thrown);
        assertEquals(1, paper.closed, "how often the printer was closed");
        assertFalse(paper.closedWhileInterrupted, "close() was called with the status set");
    }

    @Test
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("An interrupt while it closes is told to the caller, and it closes once")
    void closing_is_interrupted() {
        var paper =
                new Paper() {
                    @Override
                    public void close() throws InterruptedException {
                        super.close();
                        throw new InterruptedException();
                    }
                };
        checkStopped(paper, 3, Worker.run(ITEMS, paper));
    }
}
