package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToSession;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does what a {@link SessionMachine} decides: sends to the session's JVM and front end, gets them
 * from the pool, sets clocks.
 *
 * <p>Threading: used under its session's lock; what it gets arrives through that lock again.
 */
final class SessionHands implements Effects, Places.Waiter {

    /** Runs an action under the session's lock. */
    interface Lock extends Consumer<Runnable> {}

    /** Hears both jails. */
    private final SessionJvm.Owner jvmOwner;

    private final FrontEnd.Owner frontEndOwner;
    private final Services services;
    private final Profile profile;
    private final Outbox outbox;
    private final Lock lock;
    private final Map<Alarm, Armed> alarms = new EnumMap<>(Alarm.class);
    private SessionMachine machine;
    private SessionJvm jvm;
    private FrontEnd frontEnd;

    /** Counts the front ends that were asked for; an answer to an older question is not wanted. */
    private int frontEndsAsked;

    <O extends SessionJvm.Owner & FrontEnd.Owner> SessionHands(
            Services services, Profile profile, Outbox outbox, Lock lock, O owner) {
        this.services = services;
        this.profile = profile;
        this.outbox = outbox;
        this.lock = lock;
        this.jvmOwner = owner;
        this.frontEndOwner = owner;
    }

    void serve(SessionMachine served) {
        machine = served;
    }

    SessionJvm jvm() {
        return jvm;
    }

    FrontEnd frontEnd() {
        return frontEnd;
    }

    void jvmIsGone() {
        jvm = null;
    }

    void frontEndIsGone() {
        frontEnd = null;
    }

    @Override
    public void takeWorker() {
        services.pool()
                .take(profile, this::placeInLine)
                .whenCompleteAsync(
                        (worker, failure) -> lock.accept(() -> workerCame(worker, failure)),
                        services.executor());
    }

    private void workerCame(Worker worker, Throwable failure) {
        if (failure != null) {
            machine.workerRefused(Explanations.notStarted(failure));
            return;
        }
        // Handed over before it is ours, so that what it tells now is not heard twice.
        worker.jvm().giveTo(jvmOwner);
        worker.frontEnd().giveTo(frontEndOwner);
        if (worker.lives()) {
            jvm = worker.jvm();
            frontEnd = worker.frontEnd();
            frontEndsAsked++;
            machine.workerTaken();
        } else {
            worker.discard();
            takeWorker();
        }
    }

    @Override
    public void openFrontEnd() {
        int asked = ++frontEndsAsked;
        services.compilers()
                .open(WorkerMaker.options(profile))
                .whenCompleteAsync(
                        (opened, failure) ->
                                lock.accept(() -> frontEndCame(asked, opened, failure)),
                        services.executor());
    }

    private void frontEndCame(int asked, FrontEnd opened, Throwable failure) {
        if (asked != frontEndsAsked) {
            if (opened != null) {
                opened.drop();
            }
        } else if (failure != null) {
            machine.frontEndRefused(Explanations.notStarted(failure));
        } else {
            opened.giveTo(frontEndOwner);
            if (opened.lives()) {
                frontEnd = opened;
                machine.frontEndOpened();
            } else {
                openFrontEnd();
            }
        }
    }

    @Override
    public boolean askPlace() {
        return services.places().ask(this);
    }

    @Override
    public void leavePlace() {
        services.places().leave(this);
    }

    @Override
    public void placeGiven() {
        lock.accept(machine::placeGiven);
    }

    @Override
    public void placeInLine(int place) {
        lock.accept(() -> machine.placeInLine(place));
    }

    @Override
    public void killJvm() {
        if (jvm != null) {
            jvm.kill();
            jvm = null;
        }
    }

    @Override
    public void dropFrontEnd() {
        frontEndsAsked++;
        if (frontEnd != null) {
            frontEnd.drop();
            frontEnd = null;
        }
    }

    @Override
    public void toSession(ToSession message) {
        if (jvm != null) {
            jvm.send(message);
        }
    }

    @Override
    public void evaluate(long run, String source) {
        frontEnd.evaluate(run, source);
    }

    @Override
    public void answer(Reply reply) {
        frontEnd.answer(reply);
    }

    @Override
    public void rebuild(List<Declared> snippets, boolean load) {
        frontEnd.rebuild(snippets, load);
    }

    @Override
    public void tell(Run run, CellEvent event) {
        outbox.put(run.listener(), event);
    }

    @Override
    public void arm(Alarm alarm, long run, Duration in) {
        disarm(alarm);
        Armed armed = new Armed();
        Runnable ring = () -> lock.accept(() -> ring(alarm, armed, run));
        armed.cancel =
                alarm == Alarm.GRACE && jvm != null
                        ? GraceClock.set(services, jvm.jail(), in, ring)::cancel
                        : set(in, ring);
        alarms.put(alarm, armed);
    }

    @Override
    public void armForProcessorTime(Alarm alarm, long run, Duration in) {
        disarm(alarm);
        if (jvm == null) {
            return;
        }
        Armed armed = new Armed();
        Runnable ring = () -> lock.accept(() -> ring(alarm, armed, run));
        armed.cancel = ProcessorClock.set(services, jvm.jail(), in, ring)::cancel;
        alarms.put(alarm, armed);
    }

    /** One that was cancelled may have been about to ring. */
    private void ring(Alarm alarm, Armed armed, long run) {
        if (alarms.remove(alarm, armed)) {
            machine.alarm(alarm, run);
        }
    }

    /** Sets a clock and tells how to cancel it. */
    private Runnable set(Duration in, Runnable ring) {
        Future<?> set = services.clock().schedule(ring, in.toNanos(), TimeUnit.NANOSECONDS);
        return () -> set.cancel(false);
    }

    @Override
    public void disarm(Alarm alarm) {
        Armed armed = alarms.remove(alarm);
        if (armed != null) {
            armed.cancel.run();
        }
    }

    /** An alarm that was set. */
    private static final class Armed {
        private Runnable cancel;
    }
}
