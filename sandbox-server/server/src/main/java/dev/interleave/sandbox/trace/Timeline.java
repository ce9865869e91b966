package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceMark.Kind;
import dev.interleave.sandbox.result.TraceNow;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedThread;
import dev.interleave.wire.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The timeline of one run, made from what its JVM says. Nothing that it says can make it larger
 * than its limits or make it fail.
 *
 * <p>Threading: not safe.
 */
public final class Timeline {

    /** Most spans that are kept of a run; what comes after them is cut. */
    public static final int MOST_SPANS = 200_000;

    /** Most unfinished spans that are told while the run goes on. */
    private static final int MOST_OPEN = 12_000;

    private static final int MOST_THREADS = 20_000;
    private static final int MOST_MARKS = 10_000;

    private record Named(String name, boolean virtual) {}

    private final long start;
    private final int mostSpans;
    private final Map<Long, Named> names = new HashMap<>();
    private final Map<Long, Lane> lanes = new LinkedHashMap<>();
    private final Map<Long, Long> held = new HashMap<>();
    private final Map<Long, String> groups = new HashMap<>();
    private final Set<Long> unseen = new HashSet<>();
    private final Map<Long, Integer> parkedOn = new HashMap<>();
    private final ObjectNames objects = new ObjectNames();
    private final Tasks tasks = new Tasks(objects);
    private final QueueGrowth queues = new QueueGrowth();
    private final Notes notes = new Notes();
    private List<TracedThread> threads = new ArrayList<>();
    private List<TraceSpan> spans = new ArrayList<>();
    private List<LockOwner> owners = new ArrayList<>();
    private List<TraceMark> marks = new ArrayList<>();
    private final Map<String, Long> ownerNow = new HashMap<>();
    private int spanCount;
    private int markCount;
    private long leftOut;
    private double now;
    private boolean cut;
    private boolean closing;
    private boolean over;

    /**
     * @param start when the run began, on the machine's monotonic clock in nanoseconds
     */
    public Timeline(long start) {
        this(start, MOST_SPANS);
    }

    Timeline(long start, int mostSpans) {
        this.start = start;
        this.mostSpans = mostSpans;
    }

    /** What these events add; after the last of a run everything else is ignored. */
    public CellEvent.Traced add(List<TraceEvent> events) {
        TraceEnd end = null;
        boolean tick = false;
        for (TraceEvent event : events) {
            if (event.kind() == TraceEvent.Kind.LAST && !over) {
                end = end(cut ? now : time(event));
            } else if (!over) {
                tick |= event.kind() == TraceEvent.Kind.TICK;
                add(event);
            }
        }
        return portion(tick && !over ? live() : null, end);
    }

    /** The end of a run whose JVM will not say how it ended; null if it has. */
    public CellEvent.Traced giveUp() {
        return over ? null : portion(null, end(now));
    }

    private CellEvent.Traced portion(TraceNow live, TraceEnd end) {
        var portion =
                new CellEvent.Traced(
                        List.copyOf(threads),
                        List.copyOf(spans),
                        List.copyOf(owners),
                        List.copyOf(marks),
                        live,
                        end);
        threads = new ArrayList<>();
        spans = new ArrayList<>();
        owners = new ArrayList<>();
        marks = new ArrayList<>();
        return portion;
    }

    private double time(TraceEvent event) {
        return Math.max(0, (event.nanos() - start) / 1e6);
    }

    private void add(TraceEvent event) {
        switch (event.kind()) {
            case THREAD -> name(event);
            case OBJECT -> objects.learn(event.object(), text(event));
            case HELD -> held.put(event.thread(), event.other());
            case CUT -> cut = true;
            case TICK -> now = cut ? now : Math.max(now, time(event));
            case UNPARK, LAST -> {}
            default -> {
                if (!cut) {
                    happened(event);
                }
            }
        }
    }

    private void happened(TraceEvent event) {
        switch (event.kind()) {
            case TASK, TASK_MADE_BY, TASK_OF, TASK_INPUT, TASK_RUN, TASK_DONE -> task(event);
            case TASK_FAILURE, TASK_ASKED, GROUP_CANCELLED -> task(event);
            case QUEUE -> queues.length(event.object(), event.line(), event.other(), time(event));
            case UNCAUGHT -> notes.uncaught(event.thread(), objects.of(event.object()));
            case OWNED -> owned(event);
            case PRINT -> mark(event, event.other() == 1 ? Kind.ERROR : Kind.OUTPUT);
            case STATEMENT -> mark(event, Kind.STATEMENT);
            case PRINTS_LEFT_OUT -> leftOut += Math.clamp(event.other(), 0, Integer.MAX_VALUE);
            case SPIN -> notes.spin(event.thread(), Math.max(0, event.line()));
            default -> move(event);
        }
    }

    private void mark(TraceEvent event, Kind kind) {
        double at = time(event);
        if (lane(event, at) == null) {
            return;
        }
        now = Math.max(now, at);
        if (markCount == MOST_MARKS) {
            leftOut++;
            return;
        }
        markCount++;
        int line = Math.max(0, event.line());
        marks.add(new TraceMark(event.thread(), kind, at, text(event), line));
    }

    private void owned(TraceEvent event) {
        String on = objects.of(event.object());
        if (on == null) {
            return;
        }
        if (spanCount >= mostSpans) {
            cut = true;
            return;
        }
        spanCount++;
        owners.add(new LockOwner(on, event.other(), time(event)));
        ownerNow.put(on, event.other());
    }

    private void task(TraceEvent event) {
        double at = time(event);
        now = Math.max(now, at);
        tasks.add(event, at);
    }

    private void name(TraceEvent event) {
        if (names.size() < MOST_THREADS || names.containsKey(event.thread())) {
            names.put(event.thread(), new Named(text(event), event.other() == 1));
        }
    }

    private static String text(TraceEvent event) {
        String text = event.text() == null ? "" : event.text();
        return text.length() <= TraceEvent.MAX_NAME ? text : text.substring(0, TraceEvent.MAX_NAME);
    }

    private void move(TraceEvent event) {
        double at = time(event);
        Lane lane = lane(event, at);
        if (lane == null) {
            return;
        }
        now = Math.max(now, at);
        String on = objects.of(event.object());
        switch (event.kind()) {
            case START -> lane.started(at);
            case END -> lane.ended(at);
            case READY -> lane.ready(at);
            case MOUNT -> lane.mounted(at, event.other());
            case UNMOUNT -> lane.unmounted(at, event.other(), on);
            case PARK -> {
                begins(lane, at, State.PARKED, on, event);
                parkedOn.put(lane.id(), event.object());
            }
            case SLEEP -> begins(lane, at, State.SLEEPING, null, event);
            case WAIT -> begins(lane, at, State.WAITING, on, event);
            case JOIN -> begins(lane, at, State.WAITING, "end of " + shown(event.other()), event);
            case IO -> begins(lane, at, State.IO, on, event);
            case MONITOR -> begins(lane, at, State.BLOCKED, on, event);
            case PARK_END, SLEEP_END, WAIT_END, JOIN_END, IO_END, MONITOR_END -> lane.finishes(at);
            case PIN -> lane.pinned(at, on);
            case PIN_END -> lane.unpinned(at);
            case ENTER -> lane.entered(at);
            case LEAVE -> lane.left(at);
            default -> {}
        }
    }

    private void begins(Lane lane, double at, State state, String on, TraceEvent event) {
        boolean own = event.other() == lane.id() && event.kind() != TraceEvent.Kind.JOIN;
        long owner = own ? 0 : event.other();
        lane.begins(at, new Intent(state, on, owner, Math.max(0, event.line())));
        ownerNow.computeIfPresent(String.valueOf(on), (_, _) -> event.other());
    }

    /** The thread's lane, made when it is seen first; null for more threads than can be shown. */
    private Lane lane(TraceEvent event, double at) {
        Lane known = lanes.get(event.thread());
        Named named = names.get(event.thread());
        if (known != null || named == null) {
            return known;
        }
        boolean starts = event.kind() == TraceEvent.Kind.START;
        TracedThread thread =
                new TracedThread(
                        event.thread(),
                        shown(event.thread()),
                        named.virtual(),
                        starts ? event.other() : 0,
                        starts ? objects.of(event.object()) : null,
                        starts ? Math.max(0, event.line()) : 0,
                        at);
        threads.add(thread);
        groups.put(thread.id(), thread.group());
        notes.add(thread);
        Lane lane = new Lane(event.thread(), named.virtual(), this::tell);
        lanes.put(event.thread(), lane);
        return lane;
    }

    private String shown(long thread) {
        Named named = names.get(thread);
        if (named == null) {
            return "thread #" + thread;
        }
        return named.name().isEmpty() && named.virtual() ? "virtual #" + thread : named.name();
    }

    private void tell(TraceSpan span) {
        if (spanCount == mostSpans && !closing) {
            cut = true;
            return;
        }
        spanCount++;
        spans.add(span);
        notes.add(span);
    }

    private TraceEnd end(double at) {
        over = true;
        closing = true;
        List<Wait> waits = new ArrayList<>();
        var pools = new StarvedPools();
        for (Lane lane : lanes.values()) {
            State state = lane.state();
            if (state == null) {
                continue;
            }
            lane.stillAt(at);
            if (WaitGraph.isWait(state)) {
                Intent about = lane.about();
                TaskStory task = state == State.PARKED ? awaited(lane) : null;
                long runner = task == null ? 0 : task.runner();
                long owner = held.getOrDefault(lane.id(), about.owner());
                pools.add(lane.id(), groups.get(lane.id()), starved(lane, task));
                waits.add(
                        new Wait(
                                lane.id(),
                                state,
                                about.on(),
                                owner == 0 && runner != lane.id() ? runner : owner,
                                about.line()));
            } else {
                pools.add(lane.id(), groups.get(lane.id()), null);
            }
        }
        List<List<Long>> deadlocks = WaitGraph.deadlocks(waits);
        pools.found().forEach(pool -> notes.starved(pool, this::shown));
        leftBehind(waits, deadlocks).forEach(id -> notes.leftBehind(id, wait(waits, id)));
        List<TracedTask> told = tasks.told();
        told.forEach(task -> runner(task, at));
        tasks.lostFailures().forEach(notes::lost);
        queues.tell(objects, notes::growing);
        return new TraceEnd(
                at,
                cut,
                Math.clamp(leftOut, 0, Integer.MAX_VALUE),
                List.copyOf(waits),
                deadlocks,
                told,
                notes.of(waits, deadlocks, this::shown));
    }

    private static Wait wait(List<Wait> waits, long thread) {
        return waits.stream().filter(wait -> wait.thread() == thread).findFirst().orElse(null);
    }

    /** The task that a thread is parked on, or null. */
    private TaskStory awaited(Lane lane) {
        Integer object = parkedOn.get(lane.id());
        boolean still =
                object != null && object != 0 && objects.of(object).equals(lane.about().on());
        return still ? tasks.known(object) : null;
    }

    /** The task if it waits for a worker of the executor that the thread works for. */
    private TaskStory starved(Lane lane, TaskStory task) {
        boolean same =
                task != null
                        && task.waitsForWorker()
                        && groups.get(lane.id()) != null
                        && groups.get(lane.id()).equals(objects.of(task.group()));
        return same ? task : null;
    }

    /** Who ran a task has a name, even where nothing else is told of that thread. */
    private void runner(TracedTask task, double at) {
        Named named = names.get(task.runner());
        if (named != null && !lanes.containsKey(task.runner()) && unseen.add(task.runner())) {
            double from = task.ended() == null ? at : task.ended();
            threads.add(
                    new TracedThread(
                            task.runner(), named.name(), named.virtual(), 0, null, 0, from));
        }
    }

    private TraceNow live() {
        List<TraceSpan> open = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            TraceSpan span = lane.open(now);
            if (span != null) {
                open.add(span);
            }
        }
        open.sort(Comparator.comparing((TraceSpan span) -> !WaitGraph.isWait(span.state())));
        return new TraceNow(
                now,
                List.copyOf(open.subList(0, Math.min(open.size(), MOST_OPEN))),
                LiveNotes.of(notes, open, ownerNow, queues, objects, this::shown));
    }

    /** Threads that outlived the cell's own, those excepted of which something worse is said. */
    private List<Long> leftBehind(List<Wait> waits, List<List<Long>> deadlocks) {
        if (lanes.values().stream().noneMatch(Lane::outsideOfCell)) {
            return List.of();
        }
        return lanes.values().stream()
                .filter(lane -> lane.state() != null)
                .map(Lane::id)
                .filter(id -> deadlocks.stream().noneMatch(circle -> circle.contains(id)))
                .filter(id -> waits.stream().noneMatch(wait -> Notes.isUnnotified(wait, id)))
                .toList();
    }
}
