package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.cell.Effects.Alarm;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Kind;
import dev.interleave.wire.ToSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionMachineTest {

    private long now;
    private final RecordedEffects effects = new RecordedEffects();
    private final SessionMachine machine =
            new SessionMachine(effects, CellLimits.DEFAULT, () -> now);

    @Test
    void a_first_run_takes_a_worker_and_begins() {
        run(1);
        assertThat(effects.drain()).containsExactly("take worker");
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("ask place", "BeginRun", "evaluate 1");
        assertThat(effects.told(1)).containsExactly(new CellEvent.Started());
    }

    @Test
    void what_the_front_end_wants_goes_to_the_jvm_and_its_answer_comes_back() {
        begin(1);
        machine.fromCompiler(new FromCompiler.Load(1, List.of()));
        machine.fromCompiler(new FromCompiler.Invoke(1, "REPL.$JShell$1", "do_it$"));
        machine.fromSession(new FromSession.Replied(1, new Reply.Returned("2")));
        assertThat(effects.drain()).containsExactly("Load", "Invoke", "answer Returned");
    }

    @Test
    void a_run_ends_when_compiler_and_jvm_have_both_said_so() {
        begin(1);
        evaluated(1, Outcome.OK);
        assertThat(effects.drain()).containsExactly("EndRun");
        runEnded(1);
        assertThat(effects.drain()).containsExactly("leave place", "done OK");
        assertThat(effects.done(1).message()).isNull();
        assertThat(effects.armed).isEmpty();
    }

    @Test
    void runs_of_a_session_happen_one_after_the_other_and_keep_its_jvm() {
        begin(1);
        run(2);
        evaluated(1, Outcome.OK);
        effects.drain();
        runEnded(1);
        assertThat(effects.drain())
                .containsExactly("leave place", "done OK", "ask place", "BeginRun", "evaluate 2");
    }

    @Test
    void stop_ends_what_runs_and_forgets_what_waits() {
        begin(1);
        execute(1);
        run(2);
        machine.stop();
        assertThat(effects.done(2).message()).isEqualTo(Explanations.STOPPED_BEFORE);
        assertThat(effects.drain()).containsExactly("done KILLED", "Stop");

        machine.fromSession(new FromSession.Replied(1, new Reply.Stopped()));
        evaluated(1, Outcome.STOPPED);
        assertThat(effects.drain()).containsExactly("answer Stopped");
        machine.fromSession(new FromSession.StopFinished(1, 0));
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        assertThat(effects.done(1).message()).contains("Stopped").contains(Explanations.KEPT);
    }

    @Test
    void the_time_of_a_run_does_not_go_by_while_it_waits_for_its_learner() {
        begin(1);
        assertThat(effects.clocks).containsEntry(Alarm.TIME_LIMIT, "20 s");
        execute(1);
        now += 8_000_000_000L;
        effects.drain();
        machine.fromSession(new FromSession.WantsInput(1));
        assertThat(effects.drain()).containsExactly("leave place");
        assertThat(effects.clocks)
                .containsEntry(Alarm.TIME_LIMIT, "12 s of processor time")
                .containsEntry(Alarm.INPUT, "1800 s");

        now += 600_000_000_000L;
        machine.input(new ToSession.Input(new byte[] {'\n'}, false));
        assertThat(effects.drain()).containsExactly("Input");
        assertThat(effects.clocks).containsEntry(Alarm.TIME_LIMIT, "12 s");

        effects.clocks.clear();
        machine.fromSession(new FromSession.WantsInput(1));
        assertThat(effects.clocks)
                .containsOnly(Map.entry(Alarm.TIME_LIMIT, "12 s of processor time"));
    }

    @Test
    void a_learner_who_types_nothing_is_not_waited_for_for_ever() {
        begin(1);
        execute(1);
        machine.fromSession(new FromSession.WantsInput(1));
        effects.drain();
        machine.alarm(Alarm.INPUT, 1);
        assertThat(effects.drain()).containsExactly("Stop");
        machine.fromSession(new FromSession.Replied(1, new Reply.Stopped()));
        evaluated(1, Outcome.STOPPED);
        machine.fromSession(new FromSession.StopFinished(1, 0));
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.TIMEOUT);
        assertThat(effects.done(1).message()).contains("30 minutes");
        assertThat(effects.armed).isEmpty();
        assertThat(effects.placesHeldOrAsked).isZero();
    }

    @Test
    void threads_that_will_not_end_cost_the_jvm() {
        begin(1);
        machine.fromCompiler(changed(Kind.VARIABLE, "keep"));
        execute(1);
        machine.stop();
        machine.fromSession(new FromSession.StopFinished(1, 2));
        assertThat(effects.drain()).contains("kill JVM", "drop front end", "done KILLED");
        assertThat(effects.done(1).message()).contains("keep is lost");
    }

    @Test
    void a_jvm_that_does_not_answer_a_stop_is_killed() {
        begin(1);
        execute(1);
        machine.stop();
        effects.drain();
        machine.alarm(Alarm.GRACE, 1);
        assertThat(effects.drain())
                .containsExactly("kill JVM", "drop front end", "leave place", "done KILLED");
    }

    @Test
    void a_compiler_that_does_not_come_to_an_end_loses_the_front_end_and_not_the_variables() {
        begin(1);
        machine.fromCompiler(changed(Kind.VARIABLE, "keep"));
        machine.stop();
        machine.fromSession(new FromSession.StopFinished(1, 0));
        effects.drain();
        machine.alarm(Alarm.GRACE, 1);
        assertThat(effects.drain()).containsExactly("drop front end", "EndRun");
        runEnded(1);
        assertThat(effects.done(1).message()).contains(Explanations.KEPT);

        run(2);
        effects.drain();
        machine.frontEndOpened();
        assertThat(effects.drain()).containsExactly("rebuild [keep]");
    }

    @Test
    void the_first_reason_is_the_one_that_counts() {
        begin(1);
        execute(1);
        machine.alarm(Alarm.TIME_LIMIT, 1);
        machine.stop();
        machine.fromSession(new FromSession.Replied(1, new Reply.Stopped()));
        machine.fromSession(new FromSession.StopFinished(1, 0));
        evaluated(1, Outcome.STOPPED);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.TIMEOUT);
        assertThat(effects.done(1).limit()).isEqualTo(Limit.TIME);
        assertThat(effects.done(1).message()).contains("20 seconds");
    }

    @Test
    void an_alarm_of_an_earlier_run_is_not_heard() {
        begin(1);
        evaluated(1, Outcome.OK);
        runEnded(1);
        begin(2);
        machine.alarm(Alarm.TIME_LIMIT, 1);
        assertThat(effects.drain()).doesNotContain("Stop");
    }

    @Test
    void a_limit_that_the_jvm_sees_is_told_with_its_name() {
        begin(1);
        execute(1);
        machine.fromSession(new FromSession.OverLimit(1, FromSession.Limit.THREADS));
        machine.fromSession(new FromSession.Replied(1, new Reply.Stopped()));
        machine.fromSession(new FromSession.StopFinished(1, 0));
        evaluated(1, Outcome.STOPPED);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.LIMIT);
        assertThat(effects.done(1).limit()).isEqualTo(Limit.THREADS);
    }

    @Test
    void a_jvm_that_ends_ends_the_run_and_the_next_one_gets_a_new_jvm_with_the_definitions() {
        begin(1);
        machine.fromCompiler(changed(Kind.METHOD, "twice(int)"));
        machine.fromCompiler(changed(Kind.VARIABLE, "a"));
        machine.fromCompiler(changed(Kind.VARIABLE, "b"));
        machine.fromCompiler(changed(Kind.VARIABLE, "$1"));
        execute(1);
        machine.jvmEnded(new JvmFate.Exited(0));
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        assertThat(effects.done(1).message())
                .contains("System.exit(0)")
                .contains("the variables a and b are lost");

        run(2);
        effects.drain();
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("rebuild [twice(int)] and load");
        machine.fromCompiler(new FromCompiler.Load(1, List.of()));
        machine.fromCompiler(new FromCompiler.Rebuilt(1, null));
        assertThat(effects.drain()).containsExactly("Load", "ask place", "BeginRun", "evaluate 2");
    }

    @Test
    void a_jvm_that_ends_before_the_cell_did_anything_is_replaced_under_it() {
        begin(1);
        machine.jvmEnded(new JvmFate.Signalled(9));
        assertThat(effects.drain()).containsExactly("drop front end", "take worker");
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("BeginRun", "evaluate 1");
        evaluated(1, Outcome.OK);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.OK);
        assertThat(effects.told(1)).filteredOn(CellEvent.Started.class::isInstance).hasSize(1);
    }

    @Test
    void jvms_that_end_again_and_again_are_not_replaced_for_ever() {
        begin(1);
        for (int i = 0; i < 3; i++) {
            machine.jvmEnded(new JvmFate.Signalled(9));
            machine.workerTaken();
        }
        assertThat(effects.done(1).message()).isEqualTo(Explanations.CANNOT_RETURN);
    }

    @Test
    void a_jvm_that_ends_between_two_runs_is_told_with_the_next_result() {
        begin(1);
        machine.fromCompiler(changed(Kind.VARIABLE, "a"));
        evaluated(1, Outcome.OK);
        runEnded(1);
        machine.jvmEnded(new JvmFate.OutOfMemory());
        begin(2);
        evaluated(2, Outcome.OK);
        runEnded(2);
        assertThat(effects.done(2).status()).isEqualTo(Status.OK);
        assertThat(effects.done(2).message()).contains("variable a is lost");
    }

    @Test
    void a_compiler_that_breaks_down_before_the_cell_did_anything_is_not_noticed() {
        begin(1);
        machine.frontEndLost(CompilerLoss.INNOCENT);
        assertThat(effects.drain()).containsExactly("open front end");
        machine.frontEndOpened();
        assertThat(effects.drain()).containsExactly("evaluate 1");
        evaluated(1, Outcome.OK);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.OK);
        assertThat(effects.told(1)).filteredOn(CellEvent.Started.class::isInstance).hasSize(1);
    }

    @Test
    void a_cell_that_breaks_one_compiler_after_the_other_is_not_given_more() {
        begin(1);
        for (int i = 0; i < 2; i++) {
            machine.frontEndLost(CompilerLoss.UNKNOWN);
            machine.frontEndOpened();
        }
        effects.drain();
        machine.frontEndLost(CompilerLoss.UNKNOWN);
        assertThat(effects.drain()).containsExactly("EndRun");
        runEnded(1);
        assertThat(effects.done(1).message()).contains(Explanations.COMPILER_LOST);
    }

    @Test
    void a_cell_is_compiled_again_as_often_as_others_break_the_compiler() {
        begin(1);
        for (int i = 0; i < 20; i++) {
            machine.frontEndLost(CompilerLoss.INNOCENT);
            machine.frontEndOpened();
        }
        evaluated(1, Outcome.OK);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.OK);
    }

    @Test
    void a_session_that_is_brought_back_loses_nothing_however_often_others_break_the_compiler() {
        begin(1);
        machine.fromCompiler(changed(Kind.METHOD, "twice(int)"));
        evaluated(1, Outcome.OK);
        runEnded(1);
        machine.frontEndLost(CompilerLoss.INNOCENT);
        run(2);
        for (int i = 0; i < 20; i++) {
            machine.frontEndOpened();
            machine.frontEndLost(CompilerLoss.INNOCENT);
        }
        machine.frontEndOpened();
        machine.fromCompiler(new FromCompiler.Rebuilt(1, null));
        evaluated(2, Outcome.OK);
        runEnded(2);
        assertThat(effects.done(2).status()).isEqualTo(Status.OK);
    }

    @Test
    void a_cell_that_has_declared_something_is_to_be_run_again_when_others_break_the_compiler() {
        begin(1);
        machine.fromCompiler(changed(Kind.METHOD, "twice(int)"));
        machine.frontEndLost(CompilerLoss.INNOCENT);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        assertThat(effects.done(1).message()).contains(Explanations.ORPHANED);
    }

    @Test
    void the_cell_over_which_the_compiler_ran_out_of_memory_is_told_so() {
        begin(1);
        machine.frontEndLost(CompilerLoss.MEMORY);
        runEnded(1);
        assertThat(effects.done(1).limit()).isEqualTo(Limit.MEMORY);
        assertThat(effects.done(1).message()).contains(Explanations.KEPT);
    }

    @Test
    void the_cell_over_which_the_compiler_took_too_long_is_told_so() {
        begin(1);
        machine.frontEndLost(CompilerLoss.TIME);
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.TIMEOUT);
    }

    @Test
    void code_that_runs_while_the_compiler_breaks_down_may_finish() {
        begin(1);
        execute(1);
        machine.frontEndLost(CompilerLoss.INNOCENT);
        assertThat(effects.drain()).isEmpty();
        machine.fromSession(new FromSession.Replied(1, new Reply.Returned("2")));
        assertThat(effects.drain()).containsExactly("EndRun");
        runEnded(1);
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        assertThat(effects.done(1).message()).contains(Explanations.KEPT);
    }

    @Test
    void a_reply_that_nobody_asked_for_is_forged() {
        begin(1);
        machine.fromSession(new FromSession.Replied(1, new Reply.Returned("2")));
        assertThat(effects.drain()).contains("kill JVM", "done KILLED");
        assertThat(effects.done(1).message()).contains(Explanations.FORGED);
    }

    @Test
    void a_restart_begins_without_anything() {
        begin(1);
        machine.fromCompiler(changed(Kind.METHOD, "twice(int)"));
        run(2);
        machine.restart("restarted");
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        assertThat(effects.done(2).status()).isEqualTo(Status.KILLED);
        run(3);
        effects.drain();
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("ask place", "BeginRun", "evaluate 3");
    }

    @Test
    void a_closed_session_refuses_and_gives_back_the_worker_that_comes_late() {
        run(1);
        machine.close("closed");
        assertThat(effects.done(1).status()).isEqualTo(Status.KILLED);
        effects.drain();
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("kill JVM", "drop front end");
        run(2);
        assertThat(effects.done(2).status()).isEqualTo(Status.KILLED);
    }

    @Test
    void a_run_that_waits_for_a_place_hears_where_it_stands_and_can_be_stopped() {
        effects.placeFree = false;
        run(1);
        machine.workerTaken();
        machine.placeInLine(3);
        assertThat(effects.told(1)).containsExactly(new CellEvent.Queued(3));
        machine.stop();
        assertThat(effects.drain()).contains("leave place", "done KILLED");
        machine.placeInLine(2);
        assertThat(effects.told(1)).hasSize(2);
    }

    @Test
    void a_parked_session_comes_back_and_says_what_it_lost() {
        begin(1);
        machine.fromCompiler(changed(Kind.TYPE, "Point"));
        machine.fromCompiler(changed(Kind.VARIABLE, "a"));
        evaluated(1, Outcome.OK);
        runEnded(1);
        effects.drain();
        machine.park();
        assertThat(effects.drain()).containsExactly("kill JVM", "drop front end");
        run(2);
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("take worker", "rebuild [Point] and load");
        machine.fromCompiler(new FromCompiler.Rebuilt(1, null));
        evaluated(2, Outcome.OK);
        runEnded(2);
        assertThat(effects.done(2).message()).contains("slept").contains("variable a is lost");
    }

    @Test
    void a_history_that_breaks_the_compiler_each_time_is_given_up() {
        begin(1);
        machine.fromCompiler(changed(Kind.METHOD, "bomb()"));
        evaluated(1, Outcome.OK);
        runEnded(1);
        machine.frontEndLost(CompilerLoss.UNKNOWN);
        run(2);
        for (int i = 0; i < 3; i++) {
            machine.frontEndOpened();
            machine.frontEndLost(CompilerLoss.UNKNOWN);
        }
        assertThat(effects.done(2).message()).isEqualTo(Explanations.CANNOT_RETURN);
        run(3);
        effects.drain();
        machine.workerTaken();
        assertThat(effects.drain()).containsExactly("ask place", "BeginRun", "evaluate 3");
    }

    @Test
    void a_source_that_is_too_long_is_refused_at_once() {
        var cell = new Cell("x".repeat(40_000), Duration.ofSeconds(1));
        machine.run(new Run(1, cell, _ -> {}));
        assertThat(effects.done(1).status()).isEqualTo(Status.COMPILE_ERROR);
        assertThat(effects.done(1).message()).contains("32,768").contains("40,000");
    }

    private void run(long number) {
        machine.run(new Run(number, new Cell("1 + 1", Duration.ofSeconds(20)), _ -> {}));
    }

    private void begin(long number) {
        run(number);
        if (!machine.jvmLives()) {
            machine.workerTaken();
        }
        effects.drain();
    }

    private void execute(long number) {
        machine.fromCompiler(new FromCompiler.Invoke(1, "REPL.$JShell$" + number, "do_it$"));
        effects.drain();
    }

    private void evaluated(long number, Outcome outcome) {
        machine.fromCompiler(new FromCompiler.Evaluated(1, number, outcome, null));
    }

    private void runEnded(long number) {
        machine.fromSession(new FromSession.RunEnded(number, 0, List.of()));
    }

    private static FromCompiler.Changed changed(Kind kind, String name) {
        return new FromCompiler.Changed(1, new Declared("1", kind, name, name));
    }
}
