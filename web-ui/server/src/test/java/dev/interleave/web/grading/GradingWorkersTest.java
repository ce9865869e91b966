package dev.interleave.web.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.GradeAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers whose queue breaks, and is whole again. */
@Timeout(300)
class GradingWorkersTest {

    private final BreakingQueue queue = new BreakingQueue();
    private final GradingWorkers<Work> workers =
            new GradingWorkers<>("test", queue, GradingWorkersTest::grade, 2, Duration.ofMillis(1));

    private record Work(String exercise, Map<String, String> files) implements JobQueue.Job {}

    /**
     * Fails as often as it is told to before it does what it should; what is called unstorable it
     * never stores.
     */
    private static final class BreakingQueue implements JobQueue<Work> {

        private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> stored = new LinkedBlockingQueue<>();
        private final AtomicInteger brokenLooks = new AtomicInteger();
        private final AtomicInteger brokenStores = new AtomicInteger();

        @Override
        public void requeueUnfinished() {
            stored.add("requeued");
        }

        @Override
        public Optional<Work> next() {
            breakIf(brokenLooks);
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public void done(Work work, Grade grade) {
            breakIf(brokenStores);
            if (work.exercise().equals("unstorable")) {
                throw new IllegalStateException("It is too large.");
            }
            stored.add(work.exercise() + " " + grade.verdict());
        }

        @Override
        public void impossible(Work work, String reason) {
            breakIf(brokenStores);
            stored.add(work.exercise() + ": " + reason);
        }

        private static void breakIf(AtomicInteger left) {
            if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                throw new IllegalStateException("The disk is full.");
            }
        }
    }

    private static GradeAnswer grade(String exercise, Map<String, String> files, Grader.Tests of) {
        if (exercise.equals("broken")) {
            throw new IllegalStateException("The grader is broken.");
        }
        return new GradeAnswer.Graded(new Grade("passed", 1, 1, null, List.of(), 1, "v1"));
    }

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void what_waited_before_the_start_and_what_comes_later_is_graded() throws Exception {
        hand("early");
        workers.start();
        assertThat(queue.stored.take()).isEqualTo("requeued");
        assertThat(queue.stored.take()).isEqualTo("early passed");
        hand("late");
        workers.wake();
        assertThat(queue.stored.take()).isEqualTo("late passed");
    }

    @Test
    void workers_that_could_not_look_try_again_without_being_woken() throws Exception {
        queue.brokenLooks.set(7);
        hand("one");
        workers.start();
        queue.stored.take();

        assertThat(queue.stored.take()).isEqualTo("one passed");
    }

    @Test
    void a_result_that_could_not_be_stored_is_stored_later() throws Exception {
        queue.brokenStores.set(3);
        hand("one");
        workers.start();
        queue.stored.take();

        assertThat(queue.stored.take()).isEqualTo("one passed");
    }

    @Test
    void neither_a_broken_grading_nor_a_result_that_can_never_be_stored_stops_the_others()
            throws Exception {
        hand("unstorable");
        hand("unstorable");
        hand("broken");
        hand("whole");
        workers.start();
        queue.stored.take();

        assertThat(List.of(queue.stored.take(), queue.stored.take()))
                .anyMatch(line -> line.startsWith("broken: Something went wrong"))
                .contains("whole passed");
    }

    private void hand(String exercise) {
        queue.waiting.add(new Work(exercise, Map.of()));
    }
}
