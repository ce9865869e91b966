package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.cell.Effects.Alarm;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.ToSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Decides what a session does next. Everything that happens to a session comes in here, one thing
 * after the other, and what is to be done goes out through {@link Effects}; so that "it finished",
 * "its time is over", "its JVM died" and "somebody pressed Stop" have an order, and each run ends
 * exactly once, in {@link #finish}.
 *
 * <pre>
 *  run ─► waiting ─► JVM, front end, what was declared: all there? ─► place to run? ─► {@link BegunRun} ─► finish
 *                    {@link Equipment}
 * </pre>
 *
 * <p>Threading: not safe; its session calls it under one lock.
 */
final class SessionMachine implements BegunRun.Owner {

    /** A session that could not be brought back this often begins anew. */
    private static final int ATTEMPTS = 3;

    private enum Place {
        NONE,
        ASKED,
        HELD
    }

    private final Effects effects;
    private final CellLimits limits;
    private final LongSupplier nanos;
    final History history = new History();
    private final Equipment equipment;
    private final Deque<Run> waiting = new ArrayDeque<>();

    /** The run at the head of the line; null when there is none. */
    private Run current;

    /** The same run once it has begun. */
    private BegunRun begun;

    private long beganAt;
    private Place place = Place.NONE;
    private int placeTold;
    private int attempts;
    private boolean closed;

    /** What the learner has to be told with the next result; null when nothing. */
    private String note;

    SessionMachine(Effects effects, CellLimits limits, LongSupplier nanos) {
        this.effects = effects;
        this.limits = limits;
        this.nanos = nanos;
        this.equipment = new Equipment(effects, history);
    }

    boolean busy() {
        return current != null;
    }

    boolean jvmLives() {
        return equipment.jvmLives();
    }

    /** Whether the front end has time for questions. */
    boolean canAssist() {
        return current == null && equipment.frontEndReady();
    }

    /** The last of the runs, of which this many were asked for, that are over. */
    long lastFinished(long lastNumber) {
        return current == null ? lastNumber : current.number() - 1;
    }

    // What the learner wants.

    void run(Run run) {
        int chars = run.cell().source().length();
        if (closed) {
            refuse(run, Explanations.CLOSED);
        } else if (chars > limits.sourceChars()) {
            String why = Explanations.tooLong(chars, limits.sourceChars());
            tellDone(run, new Verdict(Status.COMPILE_ERROR, null, why), 0);
        } else if (waiting.size() >= limits.waitingRuns()) {
            refuse(run, Explanations.TOO_MANY_WAIT);
        } else {
            waiting.addLast(run);
            advance();
        }
    }

    void stop() {
        refuseWaiting(Explanations.STOPPED_BEFORE);
        if (begun != null) {
            begun.end(new Ending.Stopped());
        } else if (current != null) {
            finish(Verdict.unbegun(Explanations.STOPPED_BEFORE));
        }
    }

    void input(ToSession.Input input) {
        if (begun != null && jvmLives()) {
            begun.input(input);
        }
    }

    void restart(String why) {
        refuseWaiting(why);
        history.clear();
        note = null;
        abandonJvm();
        if (current != null) {
            finish(Verdict.unbegun(why));
        }
    }

    void close(String why) {
        closed = true;
        restart(why);
    }

    /** Gives up the JVM of a session that nobody uses. */
    void park() {
        if (current == null && equipment.jvmLives()) {
            abandonJvm();
            Loss loss = new Loss(history.forgetVariables());
            note = loss.variables().isEmpty() ? note : Explanations.parked(loss);
        }
    }

    // What was asked for arrives.

    void workerTaken() {
        equipment.workerTaken();
        if (closed) {
            abandonJvm();
        }
        prepare();
    }

    void workerRefused(String why) {
        equipment.workerRefused();
        if (current != null) {
            finish(Verdict.unbegun(why));
        }
    }

    void frontEndOpened() {
        equipment.frontEndOpened();
        prepare();
    }

    void frontEndRefused(String why) {
        equipment.loseFrontEnd();
        if (begun != null) {
            begun.end(new Ending.CompilerLost(false));
        } else if (current != null) {
            finish(Verdict.unbegun(why));
        }
    }

    void placeInLine(int number) {
        if (current != null && begun == null && number != placeTold) {
            placeTold = number;
            effects.tell(current, new CellEvent.Queued(number));
        }
    }

    void placeGiven() {
        place = Place.HELD;
        if (current == null) {
            leavePlace();
        }
        prepare();
    }

    // What the clocks and the jails say.

    void alarm(Alarm alarm, long number) {
        if (isBegun(number)) {
            begun.alarm(alarm);
        }
    }

    void fromSession(FromSession message) {
        if (isBegun(runOf(message))) {
            begun.heard(message);
        }
    }

    /** Bytes that came out of the JVM beside its channel. */
    void raw(String text) {
        if (begun != null) {
            begun.output(false, text, null);
        }
    }

    void fromCompiler(FromCompiler message) {
        switch (message) {
            case FromCompiler.Rebuilt(_, String problem) when problem != null ->
                    endJvm(new JvmFate.Stranded());
            case FromCompiler.Rebuilt _ -> {
                equipment.rebuilt();
                prepare();
            }
            case FromCompiler.Load(_, var classes) when equipment.loading() ->
                    effects.toSession(new ToSession.Load(classes));
            case FromCompiler.Changed(_, var snippet) when begun != null -> {
                history.add(snippet);
                begun.heard(message);
            }
            default -> {
                if (begun != null) {
                    begun.heard(message);
                }
            }
        }
    }

    /** The JVM sent what no JVM of ours sends. */
    void forged(String what) {
        if (begun != null) {
            begun.forged(what);
        } else {
            endJvm(new JvmFate.Silent());
        }
    }

    void jvmEnded(JvmFate fate) {
        equipment.loseJvm();
        Loss loss = new Loss(history.forgetVariables());
        if (begun != null && !begun.jvmLost()) {
            finish(begun.verdict(fate, loss));
        } else {
            note = loss.variables().isEmpty() ? note : Explanations.lostBetween(fate, loss);
            tryAgain();
        }
    }

    void frontEndLost(CompilerLoss loss) {
        equipment.loseFrontEnd();
        if (begun == null && loss == CompilerLoss.INNOCENT) {
            prepare();
        } else if (begun == null) {
            tryAgain();
        } else if (begun.frontEndLost(loss)) {
            prepare();
        }
    }

    // What the run decides.

    @Override
    public void finished(Verdict verdict) {
        finish(verdict);
    }

    @Override
    public void waitsForInput() {
        if (place == Place.HELD) {
            leavePlace();
        }
    }

    @Override
    public void endJvm(JvmFate fate) {
        abandonJvm();
        jvmEnded(fate);
    }

    @Override
    public void endFrontEnd() {
        effects.dropFrontEnd();
        equipment.loseFrontEnd();
    }

    // Deciding.

    private void advance() {
        if (current == null && !waiting.isEmpty()) {
            current = waiting.removeFirst();
            attempts = 0;
            placeTold = 0;
            prepare();
        }
    }

    /** One step nearer to where the current run can be compiled, if it waits for that. */
    private void prepare() {
        boolean needed = current != null && (begun == null || begun.waits());
        if (!needed || !equipment.complete()) {
            return;
        }
        if (begun != null) {
            begun.evaluate();
        } else if (place == Place.HELD || place == Place.NONE && askPlace()) {
            begin();
        }
    }

    private boolean askPlace() {
        boolean given = effects.askPlace();
        place = given ? Place.HELD : Place.ASKED;
        return given;
    }

    private void begin() {
        begun = new BegunRun(current, effects, limits, nanos, this);
        beganAt = nanos.getAsLong();
        begun.begin();
    }

    /** The one place where a run ends that has begun or stood at the head of the line. */
    private void finish(Verdict verdict) {
        Run run = current;
        double millis = 0;
        Verdict last = verdict;
        for (Alarm alarm : Alarm.values()) {
            effects.disarm(alarm);
        }
        if (begun != null) {
            begun.sayLast();
            millis = (nanos.getAsLong() - beganAt) / 1e6;
            last = note == null ? verdict : verdict.and(note);
            note = null;
        }
        begun = null;
        current = null;
        if (place != Place.NONE) {
            leavePlace();
        }
        tellDone(run, last, millis);
        advance();
    }

    private void tellDone(Run run, Verdict verdict, double millis) {
        effects.tell(run, verdict.done(millis));
    }

    private void refuse(Run run, String why) {
        tellDone(run, Verdict.unbegun(why), 0);
    }

    private void refuseWaiting(String why) {
        while (!waiting.isEmpty()) {
            refuse(waiting.removeFirst(), why);
        }
    }

    /** Something that was being prepared broke; a history that breaks it each time is given up. */
    private void tryAgain() {
        attempts++;
        if (current != null && attempts >= ATTEMPTS) {
            history.clear();
            abandonJvm();
            finish(Verdict.unbegun(Explanations.CANNOT_RETURN));
        } else {
            prepare();
        }
    }

    private void leavePlace() {
        place = Place.NONE;
        effects.leavePlace();
    }

    private void abandonJvm() {
        if (equipment.jvmLives()) {
            effects.killJvm();
        }
        equipment.loseJvm();
    }

    private boolean isBegun(long number) {
        return begun != null && current.number() == number;
    }

    private static long runOf(FromSession message) {
        return switch (message) {
            case FromSession.Output m -> m.run();
            case FromSession.Omitted m -> m.run();
            case FromSession.Replied m -> m.run();
            case FromSession.OverLimit m -> m.run();
            case FromSession.RunEnded m -> m.run();
            case FromSession.StopFinished m -> m.run();
            case FromSession.WantsInput m -> m.run();
            case FromSession.Traced m -> m.run();
            case FromSession.Shown m -> m.run();
            case FromSession.ThreadsEnded _, FromSession.Hello _, FromSession.Pong _ -> 0;
        };
    }
}
