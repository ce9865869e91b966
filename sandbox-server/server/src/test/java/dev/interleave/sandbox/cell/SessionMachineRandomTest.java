package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.cell.Effects.Alarm;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Kind;
import dev.interleave.wire.ToSession;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Everything that can happen to a session happens at any moment, in any order, sensible or not:
 * each run ends exactly once all the same, nothing comes after its end, and no place is kept.
 */
class SessionMachineRandomTest {

    private static final int STORIES = 20_000;
    private static final int STEPS = 60;

    @Test
    void every_run_ends_exactly_once_whatever_happens() {
        for (int seed = 0; seed < STORIES; seed++) {
            Story story = new Story(seed);
            for (int step = 0; step < STEPS; step++) {
                story.anything();
            }
            story.machine.close("closed");
            story.assertOver("closed, seed " + seed);
        }
    }

    @Test
    void every_run_ends_by_itself_once_the_world_is_kind_again() {
        for (int seed = 0; seed < STORIES; seed++) {
            Story story = new Story(seed);
            for (int step = 0; step < STEPS; step++) {
                story.anything();
            }
            for (int step = 0; story.machine.busy() && step < 10_000; step++) {
                story.kindness();
            }
            story.assertOver("kind, seed " + seed);
            assertThat(story.effects.placesHeldOrAsked).as("seed %d", seed).isZero();
        }
    }

    private static final class Story {

        private final RecordedEffects effects = new RecordedEffects();
        private final SessionMachine machine =
                new SessionMachine(effects, CellLimits.DEFAULT, System::nanoTime);
        private final Random random;
        private long runs;

        Story(int seed) {
            random = new Random(seed);
            effects.placeFree = random.nextBoolean();
        }

        void anything() {
            switch (random.nextInt(25)) {
                case 0, 1 -> run();
                case 2 -> machine.stop();
                case 3 -> machine.restart("restarted");
                case 4 -> machine.park();
                case 5 -> giveWorker();
                case 6 -> refuseWorker();
                case 7 -> openFrontEnd();
                case 8 -> givePlace();
                case 9, 10 -> ring();
                case 11 -> endJvm();
                case 12 -> loseFrontEnd();
                case 13 -> machine.placeInLine(1 + random.nextInt(5));
                case 14, 15, 16, 17 -> sessionSpeaks();
                case 18 -> machine.input(new ToSession.Input(new byte[1], random.nextBoolean()));
                default -> compilerSpeaks();
            }
        }

        /** What is asked for comes, what is told to end does. */
        void kindness() {
            giveWorker();
            openFrontEnd();
            givePlace();
            if (machine.jvmLives()) {
                machine.fromCompiler(new FromCompiler.Rebuilt(1, null));
                boolean asked = !effects.toSession.isEmpty();
                if (asked && effects.toSession.removeLast() instanceof ToSession.Invoke) {
                    machine.fromSession(new FromSession.Replied(runs, new Reply.Returned("1")));
                }
                for (long run = 1; run <= runs; run++) {
                    machine.fromSession(new FromSession.StopFinished(run, 0));
                    machine.fromCompiler(new FromCompiler.Evaluated(1, run, Outcome.OK, null));
                    machine.fromSession(new FromSession.RunEnded(run, 0, List.of()));
                }
            }
            ring();
        }

        void assertOver(String when) {
            for (long run = 1; run <= runs; run++) {
                List<CellEvent> told = effects.told(run);
                assertThat(told).as("%s, run %d", when, run).isNotEmpty();
                assertThat(told.getLast()).as(when).isInstanceOf(CellEvent.Done.class);
                effects.done(run);
            }
        }

        private void run() {
            runs++;
            machine.run(new Run(runs, new Cell("1 + 1", Duration.ofSeconds(20)), _ -> {}));
        }

        private void giveWorker() {
            if (effects.workersAsked > 0) {
                effects.workersAsked--;
                effects.jvm = true;
                effects.frontEnd = true;
                machine.workerTaken();
            }
        }

        private void refuseWorker() {
            if (effects.workersAsked > 0) {
                effects.workersAsked--;
                machine.workerRefused("refused");
            }
        }

        private void openFrontEnd() {
            if (effects.frontEndsAsked > 0) {
                effects.frontEndsAsked = 0;
                effects.frontEnd = true;
                machine.frontEndOpened();
            }
        }

        private void givePlace() {
            if (!effects.placeFree && effects.placesHeldOrAsked > 0) {
                machine.placeGiven();
            }
        }

        private void ring() {
            Alarm alarm = Alarm.values()[random.nextInt(Alarm.values().length)];
            Long run = effects.armed.remove(alarm);
            if (run != null) {
                machine.alarm(alarm, run);
            }
        }

        private void endJvm() {
            if (effects.jvm) {
                effects.jvm = false;
                machine.jvmEnded(new JvmFate.Exited(random.nextInt(3)));
            }
        }

        private void loseFrontEnd() {
            if (effects.frontEnd) {
                effects.frontEnd = false;
                machine.frontEndLost(
                        CompilerLoss.values()[random.nextInt(CompilerLoss.values().length)]);
            }
        }

        private void sessionSpeaks() {
            if (!effects.jvm) {
                return;
            }
            long run = Math.max(0, runs - random.nextInt(3));
            machine.fromSession(
                    switch (random.nextInt(7)) {
                        case 0, 1 -> new FromSession.Replied(run, new Reply.Returned("1"));
                        case 2 -> new FromSession.Output(run, false, "main", "hello");
                        case 3 -> new FromSession.OverLimit(run, FromSession.Limit.OUTPUT);
                        case 4 -> new FromSession.StopFinished(run, random.nextInt(2));
                        case 5 -> new FromSession.WantsInput(run);
                        default -> new FromSession.RunEnded(run, 0, List.of());
                    });
        }

        private void compilerSpeaks() {
            if (!effects.frontEnd) {
                return;
            }
            long run = Math.max(0, runs - random.nextInt(3));
            Outcome[] outcomes = Outcome.values();
            machine.fromCompiler(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> new FromCompiler.Invoke(1, "a", "b");
                        case 2 -> new FromCompiler.Load(1, List.of());
                        case 3 ->
                                new FromCompiler.Changed(
                                        1, new Declared("1", Kind.VARIABLE, "a", "int a;"));
                        case 4 -> new FromCompiler.Rebuilt(1, null);
                        default ->
                                new FromCompiler.Evaluated(
                                        1, run, outcomes[random.nextInt(outcomes.length)], null);
                    });
        }
    }
}
