package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedTask.State;
import dev.interleave.wire.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a run: what was given to executors and scopes, and the stages of futures.
 *
 * <p>Threading: not safe.
 */
final class Tasks {

    private static final int MOST = 10_000;

    /**
     * @param by what ended in the thread that cancelled the rest, or null
     */
    private record Cancellation(double at, boolean timeUp, TaskStory by) {}

    private record Reason(String text, TaskStory cause) {
        static final Reason NONE = new Reason(null, null);
    }

    private final Map<Integer, TaskStory> byObject = new HashMap<>();
    private final List<TaskStory> all = new ArrayList<>();
    private final Map<Long, TaskStory> lastDone = new HashMap<>();
    private final Map<Long, TaskStory> lastRun = new HashMap<>();
    private final Map<Integer, Cancellation> cancelled = new HashMap<>();
    private final ObjectNames objects;

    Tasks(ObjectNames objects) {
        this.objects = objects;
    }

    /** Takes an event about a task; others are ignored. */
    void add(TraceEvent event, double at) {
        switch (event.kind()) {
            case TASK -> made(event, at);
            case TASK_MADE_BY -> {
                String method = objects.of(event.object());
                if (method != null) {
                    other(event, at).madeBy(method);
                }
            }
            case TASK_OF -> other(event, at).of(event.object());
            case TASK_INPUT -> other(event, at).goesOnWith(story(event.object(), at));
            case TASK_RUN -> {
                story(event.object(), at).run(event.thread(), at);
                lastRun.put(event.thread(), story(event.object(), at));
            }
            case TASK_DONE -> done(event, at);
            case TASK_FAILURE -> other(event, at).failedWith(simple(objects.of(event.object())));
            case TASK_ASKED -> story(event.object(), at).asked();
            case GROUP_CANCELLED ->
                    cancelled.putIfAbsent(
                            event.object(),
                            new Cancellation(at, event.other() == 1, lastDone.get(event.thread())));
            default -> {}
        }
    }

    /** The task that an object is, or null. */
    TaskStory known(int object) {
        return byObject.get(object);
    }

    private void made(TraceEvent event, double at) {
        TaskStory known = byObject.get(event.object());
        if (known != null && known.isMade()) {
            byObject.remove(event.object());
        }
        TaskStory story = story(event.object(), at);
        story.made(event.thread(), Math.max(0, event.line()));
        story.madeIn(lastRun.get(event.thread()));
    }

    private void done(TraceEvent event, double at) {
        TaskStory story = story(event.object(), at);
        if (!story.isDone()) {
            story.done(state(event.other()), event.thread(), at);
            lastDone.put(event.thread(), story);
        }
    }

    private static State state(long done) {
        if (done == TraceEvent.DONE_FAILED) {
            return State.FAILED;
        }
        return done == TraceEvent.DONE_CANCELLED ? State.CANCELLED : State.SUCCEEDED;
    }

    private TaskStory other(TraceEvent event, double at) {
        return story((int) event.other(), at);
    }

    /** The task, made when it is told of first; one beyond the limit is forgotten at once. */
    private TaskStory story(int object, double at) {
        TaskStory known = byObject.get(object);
        if (known != null) {
            return known;
        }
        TaskStory story = new TaskStory(at);
        if (all.size() < MOST) {
            all.add(story);
            byObject.put(object, story);
        }
        return story;
    }

    private static String simple(String type) {
        return type == null
                ? null
                : type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
    }

    /** Those that the cell made, and what they wait for. */
    List<TracedTask> told() {
        Set<TaskStory> shown = new HashSet<>();
        all.stream().filter(TaskStory::isOfCell).forEach(story -> collect(story, shown));
        List<TaskStory> ordered = all.stream().filter(shown::contains).toList();
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).number(i + 1);
        }
        return ordered.stream().map(this::told).toList();
    }

    private static void collect(TaskStory first, Set<TaskStory> into) {
        List<TaskStory> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            TaskStory story = open.removeLast();
            if (into.add(story)) {
                open.addAll(story.inputs());
            }
        }
    }

    private TracedTask told(TaskStory story) {
        Reason reason = reason(story);
        return story.told(objects.of(story.group()), reason.text, reason.cause);
    }

    private Reason reason(TaskStory story) {
        TaskStory input = story.failedInput();
        if (input != null) {
            return new Reason("%s failed".formatted(input.shown()), input);
        }
        Cancellation cancellation = cancelled.get(story.group());
        boolean cut = story.state() == State.CANCELLED || !story.isDone();
        boolean interrupted = "InterruptedException".equals(story.failure());
        if (cancellation == null
                || !story.endedAfter(cancellation.at)
                || !cut && !interrupted
                || cancellation.by == story) {
            return Reason.NONE;
        }
        if (cancellation.timeUp) {
            return new Reason("the time of its scope was up", null);
        }
        TaskStory by = cancellation.by;
        if (by == null || by.group() != story.group()) {
            boolean executor = story.hasResult();
            return new Reason(executor ? "shutdownNow()" : "its scope was closed", null);
        }
        String how = by.state() == State.FAILED ? "failed" : "succeeded";
        return new Reason("%s %s".formatted(by.shown(), how), by);
    }

    /** Tasks that failed by their own doing, and nobody has asked for what came of them. */
    List<TaskStory> lostFailures() {
        Set<TaskStory> seen = new LinkedHashSet<>();
        all.stream().filter(TaskStory::isSeen).forEach(story -> collect(story, seen));
        return all.stream()
                .filter(story -> story.isOfCell() && story.hasResult())
                .filter(story -> story.state() == State.FAILED && story.failedInput() == null)
                .filter(story -> !seen.contains(story))
                .filter(story -> reason(story).text == null)
                .toList();
    }
}
