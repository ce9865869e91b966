package dev.interleave.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final int PARKING = 3;
    private static final int YIELDING = 10;

    private final List<TraceEvent> events = new ArrayList<>();

    private void thread(long id, String name, boolean virtual) {
        add(0, Kind.THREAD, id, virtual ? 1 : 0, 0, 0, name);
    }

    private void at(double millis, Kind kind, long thread) {
        at(millis, kind, thread, 0);
    }

    private void at(double millis, Kind kind, long thread, long other) {
        add(millis, kind, thread, other, 0, 0, null);
    }

    private void add(
            double millis, Kind kind, long thread, long other, int object, int line, String text) {
        long nanos = (long) (millis * 1e6);
        events.add(new TraceEvent(kind, nanos, thread, other, object, line, text));
    }

    private Traced told() {
        return new Timeline(0).add(events);
    }

    private static List<State> states(Traced traced) {
        return traced.spans().stream().map(TraceSpan::state).toList();
    }

    @Test
    void a_virtual_thread_waits_for_a_carrier_runs_parks_and_runs_again() {
        thread(7, "v", true);
        at(1, Kind.START, 7, 1);
        at(1, Kind.READY, 7, 1);
        at(2, Kind.MOUNT, 7, 30);
        at(3, Kind.PARK, 7);
        at(4, Kind.UNMOUNT, 7, PARKING);
        at(9, Kind.READY, 7, 1);
        at(10, Kind.MOUNT, 7, 31);
        at(10, Kind.PARK_END, 7);
        at(12, Kind.END, 7);
        at(13, Kind.LAST, 0);
        var traced = told();
        assertThat(states(traced))
                .containsExactly(
                        State.RUNNABLE, State.RUNNING, State.PARKED, State.RUNNABLE, State.RUNNING);
        assertThat(traced.spans()).extracting(TraceSpan::from).containsExactly(1., 2., 4., 9., 10.);
        assertThat(traced.spans()).extracting(TraceSpan::to).containsExactly(2., 4., 9., 10., 12.);
        assertThat(traced.spans())
                .extracting(TraceSpan::carrier)
                .containsExactly(0L, 30L, 0L, 0L, 31L);
        assertThat(traced.end().at()).isEqualTo(13);
    }

    @Test
    void a_virtual_thread_that_yields_could_run() {
        thread(7, "v", true);
        at(1, Kind.START, 7);
        at(2, Kind.MOUNT, 7, 30);
        at(3, Kind.UNMOUNT, 7, YIELDING);
        at(4, Kind.MOUNT, 7, 30);
        at(5, Kind.END, 7);
        assertThat(states(told()))
                .containsExactly(State.RUNNABLE, State.RUNNING, State.RUNNABLE, State.RUNNING);
    }

    @Test
    void to_join_is_one_wait_although_it_is_made_of_others() {
        thread(7, "p", false);
        thread(8, "joined", false);
        at(1, Kind.START, 7);
        at(2, Kind.JOIN, 7, 8);
        at(2, Kind.WAIT, 7);
        at(5, Kind.WAIT_END, 7);
        at(5, Kind.WAIT, 7);
        at(8, Kind.WAIT_END, 7);
        at(8, Kind.JOIN_END, 7);
        at(9, Kind.END, 7);
        var traced = told();
        assertThat(states(traced)).containsExactly(State.RUNNING, State.WAITING, State.RUNNING);
        assertThat(traced.spans().get(1).millis()).isEqualTo(6);
        assertThat(traced.spans().get(1).owner()).isEqualTo(8);
        assertThat(traced.spans().get(1).on()).isEqualTo("end of joined");
    }

    @Test
    void who_outlives_the_cell_is_named_unless_a_worse_thing_is_said() {
        thread(3, "main", false);
        thread(7, "forgotten", true);
        thread(8, "ended", true);
        at(1, Kind.ENTER, 3);
        add(2, Kind.START, 7, 3, 0, 4, null);
        add(2, Kind.START, 8, 3, 0, 5, null);
        at(3, Kind.END, 8);
        at(4, Kind.LEAVE, 3);
        at(5, Kind.LAST, 0);
        assertThat(told().end().notes())
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.kind()).isEqualTo("not-joined");
                            assertThat(note.thread()).isEqualTo(7);
                            assertThat(note.line()).isEqualTo(4);
                        });
    }

    @Test
    void what_the_agent_does_between_statements_is_not_told() {
        thread(3, "main", false);
        at(1, Kind.ENTER, 3);
        at(2, Kind.LEAVE, 3);
        at(3, Kind.WAIT, 3);
        at(8, Kind.WAIT_END, 3);
        at(8, Kind.ENTER, 3);
        at(9, Kind.LEAVE, 3);
        assertThat(told().spans()).extracting(TraceSpan::from).containsExactly(1., 8.);
    }

    @Test
    void who_waits_at_the_end_is_told_with_who_has_it_now() {
        thread(7, "a", false);
        thread(8, "b", true);
        add(0, Kind.OBJECT, 0, 0, 5, 0, "java.util.concurrent.locks.ReentrantLock$NonfairSync@5");
        at(1, Kind.START, 7);
        at(1, Kind.START, 8);
        add(2, Kind.PARK, 7, 99, 5, 12, null);
        at(3, Kind.MOUNT, 8, 30);
        at(4, Kind.JOIN, 8, 7);
        at(5, Kind.UNMOUNT, 8, PARKING);
        at(9, Kind.HELD, 7, 8);
        at(10, Kind.LAST, 0);
        TraceEnd end = told().end();
        assertThat(end.waits())
                .containsExactly(
                        new Wait(7, State.PARKED, "ReentrantLock@5", 8, 12),
                        new Wait(8, State.WAITING, "end of a", 7, 0));
        assertThat(end.deadlocks()).containsExactly(List.of(7L, 8L));
        assertThat(end.notes()).extracting(TraceEnd.Note::kind).containsExactly("deadlock");
        assertThat(end.notes().getFirst().line()).isEqualTo(12);
    }

    @Test
    void who_has_a_lock_that_is_handed_on_is_told_from_each_moment_on() {
        thread(7, "a", false);
        add(0, Kind.OBJECT, 0, 0, 5, 0, "java.util.concurrent.locks.ReentrantLock$NonfairSync@5");
        at(1, Kind.START, 7);
        add(2, Kind.PARK, 7, 8, 5, 12, null);
        add(4, Kind.OWNED, 1, 9, 5, 0, null);
        assertThat(told().owners()).containsExactly(new LockOwner("ReentrantLock@5", 9, 4));
    }

    @Test
    void a_deadlock_and_what_lasts_are_noted_while_the_run_goes_on() {
        thread(7, "a", false);
        thread(8, "b", false);
        thread(9, "pinned", true);
        add(0, Kind.OBJECT, 0, 0, 5, 0, "REPL.$JShell$2$Box@5");
        add(0, Kind.OBJECT, 0, 0, 6, 0, "REPL.$JShell$2$Box@6");
        at(1, Kind.START, 7);
        at(1, Kind.START, 8);
        at(1, Kind.START, 9);
        at(2, Kind.MOUNT, 9, 30);
        at(2, Kind.PIN, 9);
        add(2, Kind.MONITOR, 7, 8, 5, 3, null);
        add(3, Kind.MONITOR, 8, 99, 6, 4, null);
        add(4, Kind.OWNED, 1, 7, 6, 0, null);
        at(10, Kind.TICK, 0);
        var timeline = new Timeline(0);
        var early = timeline.add(events).now();
        assertThat(early.notes()).isEmpty();
        assertThat(early.open()).extracting(TraceSpan::thread).containsExactly(7L, 8L, 9L);
        events.clear();
        at(600, Kind.TICK, 0);
        var late = timeline.add(events).now();
        assertThat(late.at()).isEqualTo(600);
        assertThat(late.notes())
                .extracting(TraceEnd.Note::kind)
                .containsExactlyInAnyOrder("deadlock", "pinned");
        events.clear();
        at(700, Kind.LAST, 0);
        assertThat(timeline.add(events).end().notes())
                .extracting(TraceEnd.Note::kind)
                .containsOnlyOnce("pinned");
    }

    @Test
    void a_lock_that_is_held_across_a_sleep_is_told() {
        thread(7, "owner", false);
        thread(8, "waiter", false);
        at(1, Kind.START, 7);
        at(1, Kind.START, 8);
        add(2, Kind.SLEEP, 7, 0, 0, 4, null);
        at(3, Kind.MONITOR, 8, 7);
        at(60, Kind.SLEEP_END, 7);
        at(61, Kind.MONITOR_END, 8);
        at(70, Kind.LAST, 0);
        var notes = told().end().notes();
        assertThat(notes)
                .extracting(TraceEnd.Note::kind)
                .containsExactly("lock-held-across-slow-call");
        assertThat(notes.getFirst().line()).isEqualTo(4);
        assertThat(notes.getFirst().text()).contains("owner sleeps", "waiter waits", "57 ms");
    }

    @Test
    void
            who_sleeps_after_giving_up_a_lock_is_not_blamed_for_waits_of_which_others_are_the_reason() {
        thread(7, "sleeper", false);
        thread(8, "next", false);
        thread(9, "last", false);
        for (long id = 7; id <= 9; id++) {
            at(1, Kind.START, id);
        }
        at(2, Kind.MONITOR, 8, 7);
        at(2, Kind.MONITOR, 9, 7);
        at(5, Kind.MONITOR_END, 8);
        add(6, Kind.SLEEP, 7, 0, 0, 4, null);
        at(60, Kind.MONITOR_END, 9);
        at(61, Kind.SLEEP_END, 7);
        at(70, Kind.LAST, 0);
        assertThat(told().end().notes()).isEmpty();
    }

    @Test
    void a_task_that_a_thread_ran_before_it_was_told_of_is_one_task() {
        thread(7, "owner", false);
        thread(8, "worker", false);
        add(0, Kind.OBJECT, 0, 0, 50, 0, "submit");
        add(0, Kind.OBJECT, 0, 0, 51, 0, "java.io.IOException");
        add(2, Kind.TASK_RUN, 8, 0, 5, 0, null);
        add(3, Kind.TASK, 7, 0, 5, 9, null);
        add(3, Kind.TASK_MADE_BY, 7, 5, 50, 0, null);
        add(4, Kind.TASK_DONE, 8, TraceEvent.DONE_FAILED, 5, 0, null);
        add(4, Kind.TASK_FAILURE, 8, 5, 51, 0, null);
        at(9, Kind.LAST, 0);
        TraceEnd end = told().end();
        assertThat(end.tasks())
                .containsExactly(
                        new TracedTask(
                                1,
                                TracedTask.Kind.TASK,
                                "submit",
                                null,
                                7,
                                9,
                                2,
                                2.,
                                8,
                                4.,
                                TracedTask.State.FAILED,
                                "IOException",
                                null,
                                0,
                                List.of()));
        assertThat(end.notes())
                .extracting(TraceEnd.Note::text)
                .containsExactly(
                        "submit in line 9 failed with IOException, and nobody had asked what came"
                                + " of it when the cell was over.");
    }

    @Test
    void a_queue_that_is_filled_in_a_burst_is_no_reason_for_a_note() {
        for (int i = 1; i <= 20; i++) {
            add(i, Kind.QUEUE, 7, 1_000 * i, 5, 3, null);
        }
        at(1_000, Kind.LAST, 0);
        assertThat(told().end().notes()).isEmpty();
    }

    @Test
    void who_is_never_notified_is_told() {
        thread(7, "consumer", false);
        add(0, Kind.OBJECT, 0, 0, 5, 0, "REPL.$JShell$2$Box@5");
        at(1, Kind.START, 7);
        add(2, Kind.WAIT, 7, 0, 5, 3, null);
        at(9, Kind.LAST, 0);
        var notes = told().end().notes();
        assertThat(notes).extracting(TraceEnd.Note::kind).containsExactly("never-notified");
        assertThat(notes.getFirst().text()).contains("consumer", "Box@5");
    }

    @Test
    void who_computes_while_others_wait_for_a_carrier_is_told() {
        thread(7, "hog", true);
        thread(8, "other", true);
        at(1, Kind.START, 7);
        at(1, Kind.START, 8);
        at(2, Kind.MOUNT, 7, 30);
        at(180, Kind.MOUNT, 8, 31);
        at(200, Kind.END, 7);
        at(210, Kind.LAST, 0);
        assertThat(told().end().notes())
                .extracting(TraceEnd.Note::kind)
                .containsExactly("carrier-hogged");
    }

    @Test
    void a_recording_that_was_cut_ends_where_it_is_whole() {
        thread(7, "v", false);
        at(1, Kind.START, 7);
        at(5, Kind.SLEEP, 7);
        at(6, Kind.CUT, 0);
        at(9, Kind.SLEEP_END, 7);
        at(50, Kind.LAST, 0);
        var traced = told();
        assertThat(traced.end().cut()).isTrue();
        assertThat(traced.end().at()).isEqualTo(5);
        assertThat(states(traced)).containsExactly(State.RUNNING, State.SLEEPING);
    }

    @Test
    void there_are_no_more_spans_than_may_be() {
        thread(7, "p", false);
        at(0, Kind.START, 7);
        for (int i = 1; i <= 50; i++) {
            at(2 * i, Kind.SLEEP, 7);
            at(2 * i + 1, Kind.SLEEP_END, 7);
        }
        at(200, Kind.LAST, 0);
        var traced = new Timeline(0, 20).add(events);
        assertThat(traced.spans()).hasSize(21);
        assertThat(traced.end().cut()).isTrue();
    }

    @Test
    void nothing_that_a_stranger_says_makes_it_fail() {
        var random = new Random(42);
        Kind[] kinds = Kind.values();
        for (int i = 0; i < 20_000; i++) {
            add(
                    random.nextInt(-1_000, 1_000),
                    kinds[random.nextInt(kinds.length - 1)],
                    random.nextLong(-2, 6),
                    random.nextLong(-2, 20),
                    random.nextInt(4),
                    random.nextInt(-3, 9),
                    random.nextBoolean() ? "x".repeat(300) : null);
        }
        at(2_000, Kind.LAST, 0);
        var traced = told();
        assertThat(traced.end()).isNotNull();
        assertThat(traced.spans()).allMatch(span -> span.from() >= 0 && span.to() >= span.from());
        assertThat(traced.threads())
                .allMatch(thread -> thread.name().length() <= TraceEvent.MAX_NAME);
    }

    @Test
    void objects_are_called_as_a_learner_knows_them() {
        assertThat(ObjectNames.shown("java.util.concurrent.CountDownLatch$Sync@1f"))
                .isEqualTo("CountDownLatch@1f");
        assertThat(
                        ObjectNames.shown(
                                "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject@2"))
                .isEqualTo("Condition@2");
        assertThat(ObjectNames.shown("REPL.$JShell$12$Account@3")).isEqualTo("Account@3");
        assertThat(ObjectNames.shown("socket, reading")).isEqualTo("socket, reading");
    }

    @Test
    void circles_are_found_once_and_chains_are_none() {
        var waits =
                List.of(
                        waitFor(1, 2),
                        waitFor(2, 3),
                        waitFor(3, 2),
                        waitFor(5, 6),
                        waitFor(8, 9),
                        waitFor(9, 10),
                        waitFor(10, 8));
        assertThat(WaitGraph.deadlocks(waits))
                .containsExactly(List.of(2L, 3L), List.of(8L, 9L, 10L));
    }

    private static Wait waitFor(long thread, long owner) {
        return new Wait(thread, State.PARKED, null, owner, 0);
    }
}
