package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TraceEnd.Note;
import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What is remarkable about a run, in words. Each says what was seen, not what might have been.
 *
 * <p>Threading: not safe.
 */
final class Notes {

    /** Most notes of one kind; the first ones are told. */
    private static final int MOST_OF_A_KIND = 3;

    private static final int MOST_SPANS_OF_THREAD = 200;
    private static final double BLOCKING_MILLIS = 1;
    private static final double PINNED_MILLIS = 20;
    private static final double HOGGED_MILLIS = 100;
    private static final double SLOW_MILLIS = 10;

    /** The group of threads that belong to no executor and no scope. */
    private static final String ROOT = "<root>";

    private static final String CONDITION = "Condition@";
    private static final String PER_TASK = "ThreadPerTaskExecutor";
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private final Map<Long, TracedThread> threads;
    private final Map<Long, List<TraceSpan>> slow = new HashMap<>();
    private final List<TraceSpan> heldUp = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<Integer> spins = new HashSet<>();
    private final Map<Integer, List<TraceSpan>> blocking = new TreeMap<>();
    private final Set<String> leaked = new HashSet<>();
    private double lastQueued;

    Notes() {
        threads = new HashMap<>();
    }

    /** What the other one knows, for notes that are to stand for a moment only. */
    Notes(Notes other) {
        threads = other.threads;
        other.slow.forEach((thread, spans) -> slow.put(thread, new ArrayList<>(spans)));
        heldUp.addAll(other.heldUp);
        notes.addAll(other.notes);
        counts.putAll(other.counts);
        other.blocking.forEach((line, spans) -> blocking.put(line, new ArrayList<>(spans)));
        lastQueued = other.lastQueued;
    }

    void add(TracedThread thread) {
        threads.put(thread.id(), thread);
    }

    void add(TraceSpan span) {
        TracedThread thread = threads.get(span.thread());
        if (thread == null) {
            return;
        }
        if (span.state() == State.RUNNABLE) {
            lastQueued = Math.max(lastQueued, span.to());
        }
        if (isSlow(span)) {
            List<TraceSpan> spans = slow.computeIfAbsent(span.thread(), _ -> new ArrayList<>());
            if (spans.size() < MOST_SPANS_OF_THREAD) {
                spans.add(span);
            }
        }
        if (span.owner() != 0 && heldUp.size() < MOST_SPANS_OF_THREAD && isLock(span)) {
            heldUp.add(span);
        }
        blockingInCommonPool(thread, span);
        pinned(thread, span);
        hogged(thread, span);
    }

    private static boolean isSlow(TraceSpan span) {
        return (span.state() == State.SLEEPING || span.state() == State.IO)
                && span.millis() >= SLOW_MILLIS;
    }

    private static boolean isLock(TraceSpan span) {
        return span.state() == State.BLOCKED || span.state() == State.PARKED;
    }

    private void blockingInCommonPool(TracedThread thread, TraceSpan span) {
        if (thread.name().startsWith(COMMON_POOL)
                && span.state().waits()
                && span.line() > 0
                && span.millis() >= BLOCKING_MILLIS) {
            blocking.computeIfAbsent(span.line(), _ -> new ArrayList<>()).add(span);
        }
    }

    private void blockingInCommonPool() {
        blocking.forEach(
                (line, spans) -> {
                    double sum = spans.stream().mapToDouble(TraceSpan::millis).sum();
                    boolean once = spans.size() == 1;
                    String who =
                            once
                                    ? "A worker of the common pool waits for %.0f ms"
                                    : "Workers of the common pool wait for %.0f ms, %d times in"
                                            + " all,";
                    note(
                            "blocking-in-common-pool",
                            who.formatted(sum, spans.size())
                                    + " instead of working: the pool has few workers, and"
                                    + " everything that shares it waits too.",
                            spans.getFirst());
                });
    }

    private void pinned(TracedThread thread, TraceSpan span) {
        if (span.state() == State.PINNED && span.millis() >= PINNED_MILLIS) {
            String why = span.on() == null ? "" : " because of " + span.on();
            note(
                    "pinned",
                    "%s waits for %s and keeps its carrier%s: no other virtual thread can use it."
                            .formatted(thread.name(), millis(span), why),
                    span);
        }
    }

    private void hogged(TracedThread thread, TraceSpan span) {
        boolean othersWaited = lastQueued > span.from() + HOGGED_MILLIS;
        if (thread.virtual()
                && span.state() == State.RUNNING
                && span.millis() >= HOGGED_MILLIS
                && othersWaited) {
            note(
                    "carrier-hogged",
                    "%s computes for %s at a stretch while other virtual threads wait for a carrier."
                            .formatted(thread.name(), millis(span)),
                    thread.id(),
                    thread.line());
        }
    }

    /** A thread ended with an exception, and only its trace was printed. */
    void uncaught(long id, String type) {
        TracedThread thread = threads.get(id);
        if (thread != null && thread.line() > 0 && type != null) {
            note(
                    "lost-exception",
                    "%s ended with %s, which nobody caught: whoever waits for its end does not"
                                    .formatted(
                                            thread.name(),
                                            type.substring(type.lastIndexOf('.') + 1))
                            + " learn that it failed.",
                    id,
                    thread.line());
        }
    }

    void lost(TaskStory task) {
        note(
                "lost-exception",
                "%s failed with %s, and nobody had asked what came of it when the cell was over."
                        .formatted(task.shown(), task.failure()),
                0,
                task.line());
    }

    /** A thread is in a loop that only looks; each loop is told once. */
    void spin(long id, int line) {
        TracedThread thread = threads.get(id);
        if (thread != null && spins.add(line)) {
            note(
                    "busy-wait",
                    "%s asks again and again instead of waiting until it is woken: this costs"
                                    .formatted(thread.name())
                            + " processor time, and it learns late that it may go on.",
                    id,
                    line);
        }
    }

    void growing(String text, int line) {
        note("unbounded-queue", text, 0, line);
    }

    /** All notes, now that the run is over. */
    List<Note> of(List<Wait> waits, List<List<Long>> deadlocks, LongFunction<String> name) {
        Map<Long, Wait> byThread = new HashMap<>();
        waits.forEach(wait -> byThread.put(wait.thread(), wait));
        for (List<Long> circle : deadlocks) {
            deadlock(circle, byThread.get(circle.getFirst()).line(), name);
        }
        heldUp(name);
        waits.forEach(wait -> unnotified(wait, name));
        waits.forEach(this::leakedExecutor);
        return told();
    }

    /** All notes; nothing may be added any more. */
    List<Note> told() {
        blockingInCommonPool();
        return List.copyOf(notes);
    }

    void deadlock(List<Long> circle, int line, LongFunction<String> name) {
        if (circle.size() == 1) {
            note(
                    "deadlock",
                    "Deadlock: %s waits for itself, and will for ever."
                            .formatted(name.apply(circle.getFirst())),
                    circle.getFirst(),
                    line);
            return;
        }
        note(
                "deadlock",
                "Deadlock: %s wait for each other in a circle, and will for ever."
                        .formatted(String.join(", ", circle.stream().map(name::apply).toList())),
                circle.getFirst(),
                line);
    }

    void starved(StarvedPools.Starved pool, LongFunction<String> name) {
        boolean one = pool.workers().size() == 1;
        note(
                "deadlock",
                "Deadlock: %s %s for a task (%s) that waits for a worker of the same executor, which has no other."
                        .formatted(
                                String.join(
                                        ", ", pool.workers().stream().map(name::apply).toList()),
                                one ? "waits" : "wait",
                                pool.task().shown()),
                pool.workers().getFirst(),
                pool.task().line());
    }

    /** Tells of locks that were held across slow calls. */
    void heldUp(LongFunction<String> name) {
        heldUp.forEach(span -> heldAcrossSlowCall(span, name));
    }

    private void heldAcrossSlowCall(TraceSpan waited, LongFunction<String> name) {
        double until = releasedAt(waited);
        for (TraceSpan call : slow.getOrDefault(waited.owner(), List.of())) {
            double shared = Math.min(until, call.to()) - Math.max(waited.from(), call.from());
            if (shared >= SLOW_MILLIS) {
                note(
                        "lock-held-across-slow-call",
                        "%s %s while it holds what %s waits for: %.0f ms of the wait are due to that."
                                .formatted(
                                        name.apply(call.thread()),
                                        call.state() == State.IO
                                                ? "waits for input or output"
                                                : "sleeps",
                                        name.apply(waited.thread()),
                                        shared),
                        call);
                return;
            }
        }
    }

    /**
     * When the owner that was there at the beginning of a wait can last have had the lock: the
     * first of those that wait for it is woken then, although others may go on waiting for another
     * owner.
     */
    private double releasedAt(TraceSpan waited) {
        return heldUp.stream()
                .filter(other -> other.owner() == waited.owner() && other.to() > waited.from())
                .filter(other -> Objects.equals(other.on(), waited.on()))
                .mapToDouble(TraceSpan::to)
                .min()
                .orElse(waited.to());
    }

    static boolean isUnnotified(Wait wait, long thread) {
        boolean notified =
                wait.state() == State.WAITING
                        || wait.state() == State.PARKED
                                && String.valueOf(wait.on()).startsWith(CONDITION);
        return wait.thread() == thread && notified && wait.owner() == 0 && wait.line() > 0;
    }

    /**
     * A thread that the cell started goes on although the cell has ended.
     *
     * @param wait what it waits for, or null
     */
    void leftBehind(long id, Wait wait) {
        TracedThread thread = threads.get(id);
        if (thread != null && thread.group() != null && thread.group().startsWith(PER_TASK)) {
            leaked(
                    thread,
                    "%s still works for %s: nobody closed the executor, so nobody waited for this task."
                            .formatted(thread.name(), thread.group()));
        }
        boolean alone = thread != null && (thread.group() == null || thread.group().equals(ROOT));
        if (alone && thread.line() > 0 && wait != null && wait.on() != null) {
            note(
                    "not-joined",
                    "%s still waited for %s when the cell was over, and nobody waits for its end."
                            .formatted(thread.name(), wait.on()),
                    id,
                    wait.line() > 0 ? wait.line() : thread.line());
        } else if (alone && thread.line() > 0) {
            note(
                    "not-joined",
                    "%s went on when the cell was over: nobody waits for its end, so its result"
                                    .formatted(thread.name())
                            + " and its failure reach nobody.",
                    id,
                    thread.line());
        }
    }

    private void unnotified(Wait wait, LongFunction<String> name) {
        if (isUnnotified(wait, wait.thread())) {
            note(
                    "never-notified",
                    "%s still waited to be notified on %s at the end: was the notification sent"
                                    .formatted(name.apply(wait.thread()), wait.on())
                            + " before it began to wait, or never?",
                    wait.thread(),
                    wait.line());
        }
    }

    private void leakedExecutor(Wait wait) {
        TracedThread thread = threads.get(wait.thread());
        if (thread != null
                && isPool(thread.group())
                && wait.state() == State.PARKED
                && wait.line() == 0) {
            leaked(
                    thread,
                    "%s lives on and waits for tasks: its executor was not closed."
                            .formatted(thread.name()));
        }
    }

    private static boolean isPool(String group) {
        return group != null
                && (group.startsWith("ThreadPoolExecutor")
                        || group.startsWith("ScheduledThreadPoolExecutor")
                        || group.matches("ForkJoinPool-\\d+"));
    }

    /** Each executor is told of once. */
    private void leaked(TracedThread thread, String text) {
        if (leaked.add(thread.group())) {
            note("leaked-executor", text, thread.id(), thread.line());
        }
    }

    private static String millis(TraceSpan span) {
        return "%.0f ms".formatted(span.millis()).toLowerCase(Locale.ROOT);
    }

    private void note(String kind, String text, TraceSpan span) {
        note(kind, text, span.thread(), span.line());
    }

    private void note(String kind, String text, long thread, int line) {
        if (counts.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
            notes.add(new Note(kind, text, thread, line));
        }
    }
}
