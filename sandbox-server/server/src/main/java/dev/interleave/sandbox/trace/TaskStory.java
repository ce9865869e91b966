package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedTask.Kind;
import dev.interleave.sandbox.result.TracedTask.State;
import java.util.LinkedHashSet;
import java.util.Set;

/** What has been told of one task. */
final class TaskStory {

    private static final int MOST_INPUTS = 1_000;

    /** Stages that see a failure of what they wait for, so that it is not lost with them. */
    private static final Set<String> HANDLERS =
            Set.of(
                    "handle",
                    "handleAsync",
                    "whenComplete",
                    "whenCompleteAsync",
                    "exceptionally",
                    "exceptionallyAsync",
                    "exceptionallyCompose",
                    "exceptionallyComposeAsync");

    private static final String FORK = "ForkJoinTask.fork";

    private final Set<TaskStory> inputs = new LinkedHashSet<>();
    private final double from;
    private boolean made;
    private boolean asked;
    private String operation = "new CompletableFuture";
    private TaskStory outer;
    private int group;
    private long parent;
    private int line;
    private Double started;
    private long runner;
    private Double ended;
    private State state = State.WAITING;
    private String failure;
    private int id;

    TaskStory(double from) {
        this.from = from;
    }

    boolean isMade() {
        return made;
    }

    void made(long by, int atLine) {
        made = true;
        parent = by;
        line = atLine;
    }

    /**
     * @param task that the thread which made it was at, or null
     */
    void madeIn(TaskStory task) {
        outer = task;
    }

    /**
     * Parts of work are divided further by the JDK itself, as by a parallel stream: they are due to
     * the line that began it.
     */
    void madeBy(String method) {
        operation = method;
        if (line == 0 && operation.equals(FORK) && outer != null) {
            line = outer.line;
        }
    }

    void of(int newGroup) {
        group = newGroup;
    }

    void goesOnWith(TaskStory input) {
        if (input != this && inputs.size() < MOST_INPUTS) {
            inputs.add(input);
        }
    }

    /** It runs from here on; who hands it to an executor tells the same before. */
    void run(long thread, double at) {
        if (ended == null) {
            started = at;
            runner = thread;
            state = State.RUNNING;
        }
    }

    void done(State how, long thread, double at) {
        if (ended == null) {
            if (started != null && runner != thread) {
                started = null;
            }
            ended = at;
            runner = thread;
            state = how;
        }
    }

    void failedWith(String type) {
        failure = failure == null ? type : failure;
    }

    void asked() {
        asked = true;
    }

    int group() {
        return group;
    }

    long runner() {
        return runner;
    }

    int line() {
        return line;
    }

    String failure() {
        return failure;
    }

    Set<TaskStory> inputs() {
        return inputs;
    }

    State state() {
        return state;
    }

    boolean isDone() {
        return ended != null;
    }

    boolean endedAfter(double at) {
        return ended == null || ended >= at;
    }

    /** Whether an executor has it and no thread runs it. */
    boolean waitsForWorker() {
        return made && group != 0 && state == State.WAITING;
    }

    boolean isOfCell() {
        return made && line > 0;
    }

    /** Whether somebody looks at what comes of it. */
    boolean isSeen() {
        return asked || HANDLERS.contains(operation);
    }

    /** Whether what it failed with is the failure of what it waited for. */
    TaskStory failedInput() {
        if (state != State.FAILED) {
            return null;
        }
        return inputs.stream()
                .filter(input -> input.state == State.FAILED)
                .filter(input -> input.failure == null || input.failure.equals(failure))
                .findFirst()
                .orElse(null);
    }

    /** Whether a thread of its own notices when it fails: nobody gets its result. */
    boolean hasResult() {
        return !Set.of("execute", "fork", FORK).contains(operation);
    }

    int id() {
        return id;
    }

    void number(int number) {
        id = number;
    }

    /** In words that point at the source. */
    String shown() {
        return line > 0 ? "%s in line %d".formatted(operation, line) : operation;
    }

    TracedTask told(String groupName, String because, TaskStory cause) {
        return new TracedTask(
                id,
                kind(),
                operation,
                groupName,
                parent,
                line,
                from,
                started,
                runner,
                ended,
                state,
                failure,
                because,
                cause == null ? 0 : cause.id,
                inputs.stream().map(TaskStory::id).filter(input -> input > 0).toList());
    }

    private Kind kind() {
        return switch (operation) {
            case "submit",
                    "execute",
                    "schedule",
                    "scheduleAtFixedRate",
                    "scheduleWithFixedDelay",
                    FORK ->
                    Kind.TASK;
            case "fork" -> Kind.SUBTASK;
            default -> Kind.STAGE;
        };
    }
}
