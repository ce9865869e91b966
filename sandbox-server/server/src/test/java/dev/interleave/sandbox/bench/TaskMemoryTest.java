package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.measurer.message.FromMeasurer.Held;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.result.CompareResult.Curves;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tasks hold while they are in flight, in real jails. */
@ExtendWith(ComparingResolver.class)
@Timeout(600)
class TaskMemoryTest {

    /** Waits long only in the call that is looked at, the sixth one. */
    private static final String FORTY_TASKS =
            """
            int calls;
            int run() throws InterruptedException {
                calls++;
                var threads = new java.util.ArrayList<Thread>();
                for (int i = 0; i < 40; i++) {
                    threads.add(Thread.%s().start(() -> {
                        byte[] held = new byte[100_000];
                        try { Thread.sleep(calls > 5 ? 800 : 1); } catch (InterruptedException e) { }
                        held[0]++;
                    }));
                }
                for (var thread : threads) { thread.join(); }
                return 40;
            }
            """;

    private static final String FORTY_FUTURES =
            """
            int run() {
                var all = new java.util.ArrayList<java.util.concurrent.CompletableFuture<Void>>();
                for (int i = 0; i < 40; i++) {
                    all.add(new java.util.concurrent.CompletableFuture<Void>()
                            .completeOnTimeout(null, 1, java.util.concurrent.TimeUnit.MILLISECONDS));
                }
                all.forEach(one -> one.join());
                return 40;
            }
            """;

    private final Comparing comparing;

    TaskMemoryTest(Comparing comparing) {
        this.comparing = comparing;
    }

    @Test
    void a_thread_in_flight_holds_what_it_has_allocated_and_its_stack()
            throws InterruptedException {
        var verdict =
                (Verdict)
                        comparing.compare(
                                FORTY_TASKS.formatted("ofVirtual"),
                                FORTY_TASKS.formatted("ofPlatform"),
                                Mode.SINGLE);

        assertThat(verdict.left().means().memoryPerTask().value()).isBetween(100_000.0, 110_000.0);
        // A stack has some pages that were used.
        assertThat(verdict.right().means().memoryPerTask().value()).isBetween(104_000.0, 500_000.0);
    }

    @Test
    void what_waits_without_a_thread_is_not_counted_as_if_it_had_one() throws InterruptedException {
        var verdict = (Verdict) comparing.compare(FORTY_FUTURES, FORTY_FUTURES, Mode.SINGLE);

        assertThat(verdict.left().means().memoryPerTask()).isEqualTo(Mean.UNKNOWN);
    }

    @Test
    void a_request_in_flight_holds_what_its_version_keeps_for_it() throws InterruptedException {
        var thread =
                """
                void run(Request request) {
                    Thread.startVirtualThread(() -> {
                        byte[] held = new byte[100_000];
                        request.call();
                        held[0]++;
                        request.done();
                    });
                }
                """;
        var caller = "void run(Request request) { request.call(); request.done(); }";

        var curves = (Curves) comparing.load(_ -> {}, thread, caller);

        assertThat(curves.curves().getFirst().memoryPerTask().value())
                .isBetween(100_000.0, 130_000.0);
        // It keeps its caller, so there is never more than one.
        assertThat(curves.curves().getLast().memoryPerTask()).isEqualTo(Mean.UNKNOWN);
    }

    @Test
    void no_jvm_is_asked_after_the_first_one_could_not_tell() {
        var none = new TaskBytes();
        none.add(Held.UNKNOWN);
        var four = new TaskBytes();
        for (var jvm = 0; jvm < 4; jvm++) {
            assertThat(four.wantsMore()).isTrue();
            four.add(new Held(10, 1000 + jvm));
        }

        assertThat(none.wantsMore()).isFalse();
        assertThat(none.mean()).isEqualTo(Mean.UNKNOWN);
        assertThat(four.wantsMore()).isFalse();
        assertThat(four.mean().value()).isEqualTo(100.15);
    }
}
