package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.cell.Effects.Alarm;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import java.util.function.LongSupplier;

/**
 * Decides about a run that has begun, until it is finished. Part of the {@link SessionMachine}.
 *
 * <pre>
 *  compiling ⇄ executing ──► leaving ──► finished
 *      Invoke, Replied   Evaluated   RunEnded
 *
 *  Stop, its time is over, a limit: stopping, beside all of that, until StopFinished;
 *  what does not end in time loses its front end or its JVM
 * </pre>
 */
final class BegunRun {

    /** What a run decides about its session. */
    interface Owner {

        void finished(Verdict verdict);

        /** The run waits for its learner, so that another one can have its place. */
        void waitsForInput();

        /** The JVM does not do what it has to; ends it, and with it the run. */
        void endJvm(JvmFate fate);

        /** The front end is of no use any more. */
        void endFrontEnd();
    }

    private static final int MOST_RETRIES = 2;

    private final Run run;
    private final Effects effects;
    private final CellLimits limits;
    private final Owner owner;
    private final RunStory story;
    private final TimeLimit time;

    /** The session JVM knows of it. */
    private boolean announced;

    /** The compiler has it. */
    private boolean evaluating;

    /** The session JVM was asked for something and has not answered. */
    private boolean executing;

    /**
     * Something of the cell was executed or declared, so it cannot be tried again from the start.
     */
    private boolean touched;

    /** So often it had to be compiled again because the compiler broke down, nobody knows why. */
    private int retries;

    /** The compiler broke down while the cell's code ran; what runs now is the last of it. */
    private boolean orphaned;

    /** The session JVM is ending it and will say when everything of it is gone. */
    private boolean stopping;

    /** The compiler is done with it. */
    private boolean leaving;

    private Outcome outcome;
    private String compilerMessage;
    private Ending ending;

    BegunRun(Run run, Effects effects, CellLimits limits, LongSupplier nanos, Owner owner) {
        this.run = run;
        this.effects = effects;
        this.limits = limits;
        this.owner = owner;
        this.story = new RunStory(run, effects, limits);
        this.time = new TimeLimit(run.number(), effects, nanos);
    }

    void begin() {
        effects.tell(run, new CellEvent.Started());
        time.begin(run.timeout(limits));
        evaluate();
    }

    /** Gives it to both JVMs: at its beginning, and again when one of them broke down early. */
    void evaluate() {
        if (!announced) {
            announced = true;
            effects.toSession(new ToSession.BeginRun(run.number()));
            if (run.cell().trace()) {
                effects.toSession(new ToSession.Trace(run.number()));
            }
        }
        evaluating = true;
        effects.evaluate(run.number(), run.cell().source());
    }

    /** Whether it waits until it can be evaluated again. */
    boolean waits() {
        return !evaluating && !leaving;
    }

    // What the learner and the clocks say.

    /** Ends it early; the first reason is the one that counts. */
    void end(Ending reason) {
        if (ending != null || leaving) {
            return;
        }
        ending = reason;
        effects.toSession(new ToSession.Stop(run.number()));
        awaitStopFinished();
        if (!executing && !evaluating) {
            leave();
        }
    }

    /** Its learner has typed something, or will type no more. */
    void input(ToSession.Input input) {
        effects.toSession(input);
        time.goesOn();
    }

    void alarm(Alarm alarm) {
        switch (alarm) {
            case TIME_LIMIT -> end(new Ending.TimedOut(run.timeout(limits)));
            case INPUT -> end(new Ending.NoInput());
            case GRACE -> insist();
        }
    }

    /** Told to end, and still there. */
    private void insist() {
        if (executing || stopping || leaving) {
            owner.endJvm(new JvmFate.Silent());
        } else {
            // The compiler is still at it; what it makes of the cell does not matter any more.
            owner.endFrontEnd();
            leave();
        }
    }

    // What the session JVM says.

    void heard(FromSession message) {
        switch (message) {
            case FromSession.Replied(_, Reply reply) -> replied(reply);
            case FromSession.RunEnded m -> runEnded(m);
            case FromSession.OverLimit(_, var limit) -> overLimit(Limit.valueOf(limit.name()));
            case FromSession.StopFinished(_, int remaining) -> stopFinished(remaining);
            case FromSession.Output(_, boolean error, String thread, String text) ->
                    output(error, text, thread);
            case FromSession.Omitted(_, boolean error, long bytes) -> story.omitted(error, bytes);
            case FromSession.Traced(_, var events) -> story.traced(events);
            case FromSession.Shown shown -> story.shown(shown);
            case FromSession.WantsInput _ -> wantsInput();
            case FromSession.Hello _, FromSession.Pong _, FromSession.ThreadsEnded _ -> {}
        }
    }

    private void wantsInput() {
        story.wantsInput();
        time.waits();
        owner.waitsForInput();
    }

    void output(boolean error, String text, String thread) {
        story.output(error, text, thread);
        if (story.flooded()) {
            end(new Ending.OverLimit(Limit.OUTPUT));
        }
    }

    private void replied(Reply reply) {
        if (!executing) {
            forged("a reply that nobody asked for");
            return;
        }
        executing = false;
        if (orphaned) {
            leave();
        } else {
            effects.answer(reply);
        }
    }

    /** The JVM said what no JVM of ours says. */
    void forged(String what) {
        if (ending == null) {
            ending = new Ending.Forged(what);
        }
        owner.endJvm(new JvmFate.Silent());
    }

    private void overLimit(Limit limit) {
        if (ending == null) {
            // The JVM stops it by itself.
            ending = new Ending.OverLimit(limit);
            awaitStopFinished();
        }
    }

    private void awaitStopFinished() {
        stopping = true;
        effects.arm(Alarm.GRACE, run.number(), limits.stopGrace());
    }

    private void stopFinished(int remaining) {
        if (!stopping) {
            return;
        }
        if (remaining > 0) {
            owner.endJvm(new JvmFate.Silent());
            return;
        }
        stopping = false;
        if (leaving) {
            endRun();
        }
    }

    private void runEnded(FromSession.RunEnded ended) {
        if (leaving && !stopping) {
            story.leftovers(ended.threadCount(), ended.threads());
            owner.finished(verdict());
        }
    }

    // What the compiler says.

    void heard(FromCompiler message) {
        if (!evaluating || leaving || orphaned) {
            return;
        }
        switch (message) {
            case FromCompiler.Load(_, var classes) ->
                    effects.toSession(new ToSession.Load(classes));
            case FromCompiler.Invoke m ->
                    ask(new ToSession.Invoke(run.number(), m.className(), m.method()));
            case FromCompiler.ReadVariable m ->
                    ask(new ToSession.ReadVariable(run.number(), m.className(), m.field()));
            case FromCompiler.Publish m ->
                    ask(new ToSession.Publish(run.number(), m.className(), m.field(), m.key()));
            case FromCompiler.Changed _ -> touched = true;
            case FromCompiler.Found m when mine(m.run()) -> story.found(m.problem());
            case FromCompiler.Value m when mine(m.run()) -> story.value(m);
            case FromCompiler.Thrown m when mine(m.run()) -> story.thrown(m.causes());
            case FromCompiler.Evaluated m when mine(m.run()) -> evaluated(m);
            default -> {}
        }
    }

    private boolean mine(long number) {
        return number == run.number();
    }

    private void ask(ToSession question) {
        if (executing) {
            effects.answer(new Reply.Broken("one question at a time"));
            return;
        }
        touched = true;
        executing = true;
        effects.toSession(question);
    }

    private void evaluated(FromCompiler.Evaluated evaluated) {
        if (executing) {
            // It says that the cell is over while the cell's code runs: not a word of it is true.
            owner.endFrontEnd();
            orphaned = true;
            end(new Ending.CompilerLost(false));
            return;
        }
        outcome = evaluated.outcome();
        compilerMessage = evaluated.message();
        if (outcome == Outcome.FAILED || outcome == Outcome.GONE) {
            owner.endFrontEnd();
        }
        leave();
    }

    /**
     * The front end is gone.
     *
     * @return whether another one is needed, to try again
     */
    boolean frontEndLost(CompilerLoss loss) {
        if (leaving) {
            return false;
        }
        if (executing) {
            orphaned = true;
            return false;
        }
        if (ending == null && !touched && mayRetry(loss)) {
            evaluating = false;
            return true;
        }
        if (ending == null) {
            switch (loss) {
                case INNOCENT -> orphaned = true;
                case TIME -> ending = new Ending.CompilerTimedOut();
                case MEMORY, UNKNOWN ->
                        ending = new Ending.CompilerLost(loss == CompilerLoss.MEMORY);
            }
        }
        leave();
        return false;
    }

    /** Whoever is innocent is tried again until the time is over. */
    private boolean mayRetry(CompilerLoss loss) {
        return switch (loss) {
            case TIME, MEMORY -> false;
            case INNOCENT -> true;
            case UNKNOWN -> ++retries <= MOST_RETRIES;
        };
    }

    /**
     * The session JVM is gone.
     *
     * @return whether another one is needed, because nothing of the cell was executed in this one
     */
    boolean jvmLost() {
        if (touched || ending != null || leaving) {
            return false;
        }
        announced = false;
        evaluating = false;
        return true;
    }

    // The end.

    /** The compiler is done with the run; so is the session JVM when nothing is to be stopped. */
    private void leave() {
        leaving = true;
        if (!stopping) {
            endRun();
        }
    }

    /** The JVM sends what is left of the run's output and says so. */
    private void endRun() {
        effects.toSession(new ToSession.EndRun(run.number()));
        effects.arm(
                Alarm.GRACE, run.number(), ending == null ? limits.endGrace() : limits.stopGrace());
    }

    private Verdict verdict() {
        return ending != null
                ? Verdict.of(ending).andKept()
                : Verdict.of(orphaned ? null : outcome, compilerMessage);
    }

    /** The verdict when the session JVM is gone. */
    Verdict verdict(JvmFate fate, Loss loss) {
        Verdict verdict = ending != null ? Verdict.of(ending) : Verdict.of(fate);
        return verdict.and(loss.sentence());
    }

    /** Says what has to be said before the run's last word. */
    void sayLast() {
        story.end();
    }
}
