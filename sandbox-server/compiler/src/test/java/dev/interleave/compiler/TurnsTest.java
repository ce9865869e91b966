package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private final Turns turns = new Turns(2);

    @Test
    void no_more_work_at_once_than_there_are_turns_and_everybody_gets_one() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                Runnable work =
                        () -> {
                            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                            Thread.yield();
                            atWork.decrementAndGet();
                        };
                all.add(threads.submit(() -> turns.take(work)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void who_waits_for_a_session_lets_others_work() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> turns.take(() -> await(answer)));
            Future<?> second = threads.submit(() -> turns.take(() -> await(answer)));
            threads.submit(() -> turns.take(answer::countDown)).get();
            first.get();
            second.get();
        }
        assertThat(answer.getCount()).isZero();
    }

    @Test
    void who_has_no_turn_waits_without_one() throws Exception {
        assertThat(Turns.<String>pause(() -> "answer")).isEqualTo("answer");
    }

    private static void await(CountDownLatch answer) {
        try {
            Turns.pause(
                    () -> {
                        answer.await();
                        return "";
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
