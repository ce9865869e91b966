package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long waits take in a timeline, held against what the program itself measures around them.
 * Each waits several times, and half of them have to agree: a thread may have to wait for a
 * processor between the two.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracedDurationsTest {

    private static final int TIMES = 5;

    /** The line of the programs in which they wait. */
    private static final int LINE = 13;

    private TestSandbox sandbox;
    private Session session;

    @BeforeAll
    void open() {
        sandbox = TestSandbox.open();
        session = sandbox.session();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0} thread: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    virtual  | SLEEPING | Thread.sleep(150)
                    platform | SLEEPING | Thread.sleep(150)
                    virtual  | PARKED   | LockSupport.parkNanos(150_000_000)
                    virtual  | PARKED   | gate.tryAcquire(150, TimeUnit.MILLISECONDS)
                    platform | PARKED   | gate.tryAcquire(150, TimeUnit.MILLISECONDS)
                    virtual  | PARKED   | lock.tryLock(150, TimeUnit.MILLISECONDS)
                    virtual  | PARKED   | new CompletableFuture<Integer>().completeOnTimeout(1, 150, TimeUnit.MILLISECONDS).get()
                    virtual  | WAITING  | wait(150)
                    platform | WAITING  | wait(150)
                    """)
    void a_wait_is_as_long_as_the_program_measures(String kind, State state, String wait) {
        var traced =
                trace(
                        """
                        var gate = new Semaphore(0);
                        var lock = new ReentrantLock();
                        lock.lock();
                        class Waits {
                            synchronized void all() {
                                for (int i = 0; i < %d; i++) {
                                    one();
                                }
                            }
                            void one() {
                                try {
                                    long begun = System.nanoTime();
                                    %s;
                                    IO.println(System.nanoTime() - begun);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        }
                        Thread.of%s().name("it").start(() -> new Waits().all()).join();
                        """
                                .formatted(
                                        TIMES,
                                        wait,
                                        kind.equals("virtual") ? "Virtual" : "Platform"));

        assertThat(differences(traced, state))
                .hasSize(TIMES)
                .element(TIMES / 2)
                .satisfies(
                        half -> {
                            assertThat(half).isLessThan(0.1);
                        });
    }

    /** By which share each wait differs from what was measured, ascending. */
    private static List<Double> differences(Traced traced, State state) {
        var measured =
                traced.marks().stream()
                        .filter(mark -> mark.kind() == TraceMark.Kind.OUTPUT)
                        .map(mark -> Long.parseLong(mark.text()) / 1e6)
                        .toList();
        var drawn =
                traced.of("it", state).stream()
                        .filter(span -> span.line() == LINE)
                        .map(TraceSpan::millis)
                        .toList();
        assertThat(drawn).hasSameSizeAs(measured);
        var differences = new ArrayList<Double>();
        for (int i = 0; i < drawn.size(); i++) {
            differences.add(Math.abs(drawn.get(i) - measured.get(i)) / measured.get(i));
        }
        return differences.stream().sorted().toList();
    }

    private Traced trace(String text) {
        var ran = new Ran(text);
        session.run(new Cell(text, Duration.ofSeconds(60), true), ran);
        return Traced.of(ran.assertEnded(Status.OK));
    }
}
