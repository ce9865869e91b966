package dev.interleave.explore.diagnose;

import dev.interleave.explore.monitor.Waiter;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.result.Place;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Sites;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why nobody can go on although the scenario has not ended. */
final class StuckDiagnosis {

    private final Execution execution;
    private final WaitsFor waits;
    private final List<ControlledThread> blocked;

    StuckDiagnosis(Execution execution, WaitsFor waits) {
        this.execution = execution;
        this.waits = waits;
        this.blocked =
                execution.scheduler().threads().stream().filter(thread -> !thread.ended()).toList();
    }

    Finding finding() {
        return expectation()
                .or(this::uncaught)
                .or(this::cycle)
                .or(this::heldByEnded)
                .or(this::lostWakeup)
                .or(this::permitNotGivenBack)
                .orElseGet(this::plain);
    }

    /** The scenario has said what it means that one of its waits does not end. */
    private Optional<Finding> expectation() {
        return execution.expectations().values().stream().findFirst().map(Supplier::get);
    }

    /** A thread of the submission died, and now nobody does its work. */
    private Optional<Finding> uncaught() {
        return execution.scheduler().threads().stream()
                .filter(thread -> thread.uncaught() != null)
                .findFirst()
                .map(
                        thread -> {
                            var thrown = thread.uncaught();
                            var message =
                                    "%s ended with %s, which nobody caught; since then %s."
                                            .formatted(
                                                    thread, thrown, sentence(blocked.getFirst()));
                            var evidence =
                                    new Evidence.Thrown(
                                            thread.name(),
                                            thrown.getClass().getName(),
                                            "" + thrown,
                                            Stacks.of(thrown.getStackTrace()));
                            var kind =
                                    thrown instanceof OutOfMemoryError
                                            ? FaultKind.MEMORY
                                            : FaultKind.EXCEPTION;
                            return new Finding(kind, message, evidence);
                        });
    }

    private Optional<Finding> cycle() {
        for (var first : blocked) {
            var path = new LinkedHashSet<ControlledThread>();
            var at = Optional.of(first);
            while (at.isPresent() && path.add(at.get())) at = waits.holder(at.get());
            if (at.isPresent()) {
                var cycle = new ArrayList<>(path);
                return Optional.of(cycleOf(cycle.subList(cycle.indexOf(at.get()), cycle.size())));
            }
        }
        return Optional.empty();
    }

    private Finding cycleOf(List<ControlledThread> cycle) {
        var links =
                cycle.stream()
                        .map(
                                thread ->
                                        new Evidence.Wait(
                                                thread.name(),
                                                waits.what(thread),
                                                waits.holder(thread).orElseThrow().name(),
                                                place(thread)))
                        .toList();
        var sentences =
                links.stream()
                        .map(
                                link ->
                                        "%s waits at %s for %s, which %s holds"
                                                .formatted(
                                                        link.thread(),
                                                        link.at().where(),
                                                        link.waitsFor(),
                                                        link.heldBy()))
                        .toList();
        return new Finding(
                FaultKind.DEADLOCK,
                "Deadlock: " + String.join("; ", sentences) + ".",
                new Evidence.Cycle(links));
    }

    private Optional<Finding> heldByEnded() {
        for (var thread : blocked) {
            var holder = waits.holder(thread).filter(ControlledThread::ended);
            if (holder.isEmpty()) continue;
            var message =
                    "%s, but %s has ended without giving it back."
                            .formatted(sentence(thread), holder.get());
            var evidence =
                    new Evidence.Leak(
                            "lock",
                            holder.get().name(),
                            Stacks.of(thread.thread().getStackTrace()));
            return Optional.of(new Finding(FaultKind.LEAK, message, evidence));
        }
        return Optional.empty();
    }

    private Optional<Finding> lostWakeup() {
        return blocked.stream()
                .filter(waits::forSignal)
                .filter(thread -> !locksOut(thread))
                .findFirst()
                .map(this::lostWakeup);
    }

    /** Whether others could signal it only by something that it holds while it waits. */
    private boolean locksOut(ControlledThread thread) {
        return blocked.stream()
                .filter(other -> !waits.joins(other))
                .anyMatch(other -> waits.holder(other).filter(thread::equals).isPresent());
    }

    private Finding lostWakeup(ControlledThread thread) {
        var signal = Optional.ofNullable(execution.lastSignal(waits.signalledOn(thread)));
        var place = place(thread);
        var why = signal.map(this::missed).orElse("nobody ever signals it");
        var message =
                "Lost wake-up: %s waits at %s and will never be woken: %s."
                        .formatted(thread, place.where(), why);
        return new Finding(
                FaultKind.LOST_WAKEUP,
                message,
                new Evidence.LostWakeup(thread.name(), place, signal));
    }

    private String missed(Evidence.Signal signal) {
        var woke = signal.woke().map(name -> "woke " + name).orElse("found nobody waiting");
        return "the last signal, by %s at %s, %s"
                .formatted(signal.thread(), signal.at().where(), woke);
    }

    private Optional<Finding> permitNotGivenBack() {
        if (blocked.stream().anyMatch(this::isKeptBySomebodyBlocked)) return Optional.empty();
        return waitingForPermit()
                .filter(thread -> execution.permitsTaken(semaphore(thread)) > 0)
                .findFirst()
                .map(this::permitNotGivenBack);
    }

    /** Whether it needs what a thread holds that waits itself, and not only for threads to end. */
    private boolean isKeptBySomebodyBlocked(ControlledThread thread) {
        return !waits.joins(thread)
                && waits.holder(thread).filter(holder -> !waits.joins(holder)).isPresent();
    }

    private Finding permitNotGivenBack(ControlledThread thread) {
        var taken = execution.permitsTaken(semaphore(thread));
        var message =
                "%s, but nobody is left to release one: %s taken and not given back."
                        .formatted(sentence(thread), taken == 1 ? "one was" : taken + " were");
        var stack = Stacks.of(thread.thread().getStackTrace());
        return new Finding(
                FaultKind.LEAK, message, new Evidence.Leak("permit", thread.name(), stack));
    }

    private Stream<ControlledThread> waitingForPermit() {
        return blocked.stream().filter(thread -> semaphore(thread) != null);
    }

    private Semaphore semaphore(ControlledThread thread) {
        var call = execution.libraryCall(thread);
        return call != null && call.receiver() instanceof Semaphore semaphore ? semaphore : null;
    }

    private Finding plain() {
        var sentences = blocked.stream().map(this::sentence).toList();
        // One that began without permits is a signal, and a missing one is no leak.
        var signal =
                waitingForPermit().findAny().isPresent()
                        ? " Nobody is left to release a permit."
                        : "";
        return new Finding(
                FaultKind.DEADLOCK,
                "Nobody can go on: " + String.join("; ", sentences) + "." + signal);
    }

    private String sentence(ControlledThread thread) {
        var holder =
                waits.joins(thread)
                        ? ""
                        : waits.holder(thread)
                                .filter(other -> !other.ended())
                                .map(other -> ", which %s holds".formatted(other))
                                .orElse("");
        return "%s waits at %s for %s%s"
                .formatted(thread, place(thread).where(), waits.what(thread), holder);
    }

    private Place place(ControlledThread thread) {
        if (thread.blockedOn() instanceof Waiter waiter) return Sites.place(waiter.site());
        var call = execution.libraryCall(thread);
        return Sites.place(call == null || call.site().isEmpty() ? thread.site() : call.site());
    }
}
