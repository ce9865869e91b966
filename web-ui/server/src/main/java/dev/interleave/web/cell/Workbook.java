package dev.interleave.web.cell;

import dev.interleave.json.CellEventJson;
import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.web.cell.Inbox.Told;
import dev.interleave.web.cell.LessonState.LessonName;
import dev.interleave.web.cell.LessonState.SessionState;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.progress.Begun;
import dev.interleave.web.progress.CellKey;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.Drafts.WasReset;
import dev.interleave.web.progress.RunEnd;
import dev.interleave.web.progress.Saved;
import dev.interleave.web.sample.KeptSamples;
import dev.interleave.web.trace.KeptTraces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One learner's copy of one lesson: drafts, runs, the session that the cells share, and the stream
 * of what happens, for every tab that shows it.
 *
 * <pre>
 *  page ─ run ─► Workbook ──► Session ⇒ jail
 *                                │ events
 *  tabs ◄─ EventLog ◄─ Recorder ◄─ Inbox
 *                          └──► database
 * </pre>
 *
 * <p>Threading: any thread may call anything. What a call changes is in the database when it
 * returns, and in the stream in the same order. The recorder has a thread of its own, so that the
 * sandbox never waits for the database.
 */
final class Workbook implements AutoCloseable {

    private static final int KEPT_EVENTS = 4096;
    private static final int KEPT_CHARS = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Workbook.class);

    private final String learner;
    private final PersonalLesson lesson;
    private final Store store;
    private final Supplier<Session> opener;
    private final CellStates states;
    private final ReentrantLock lock = new ReentrantLock();
    private final EventLog log = new EventLog(EventLog.newName(), KEPT_EVENTS, KEPT_CHARS);
    private final Broadcast broadcast = new Broadcast(log);
    private final Map<String, LiveRun> live = new LinkedHashMap<>();
    private final Recorder recorder = new Recorder(this::told, this::storeTold);
    final KeptTraces traces = new KeptTraces();
    final KeptSamples samples = new KeptSamples();
    private Session session;
    private long lastRun;
    private long earlierRuns;
    private volatile long touched = System.nanoTime();

    /**
     * @param lesson the lesson as it is now; an author may change it
     * @param opener opens a session, at the first run
     */
    Workbook(String learner, Supplier<Lesson> lesson, Store store, Supplier<Session> opener) {
        this.learner = learner;
        this.lesson = new PersonalLesson(learner, lesson, store.own());
        this.store = store;
        this.opener = opener;
        this.states = new CellStates(learner, store);
        store.progress().opened(learner, lesson.get().id());
        this.lastRun = store.runs().lastNumber(learner, lesson.get().id());
        this.earlierRuns = lastRun;
        broadcast.session(sessionNow());
        broadcast.stale(stale());
        recorder.start();
    }

    /** What became of a request to run a cell. */
    sealed interface RunAnswer {

        record Accepted(long number, Draft draft) implements RunAnswer {}

        /** Another tab has changed the cell since. */
        record Conflict(Draft current) implements RunAnswer {}

        /** The cell runs or waits already; its text was not stored. */
        record Running(long number) implements RunAnswer {}
    }

    /** Numbered events for the tabs. */
    EventLog log() {
        return log;
    }

    /** Everything that a page needs to show, as of the newest event. */
    LessonState state() {
        lock.lock();
        try {
            var now = lesson.get();
            store.progress().opened(learner, now.id());
            var cells = states.of(now, live.values(), earlierRuns);
            return new LessonState(
                    LessonName.of(now), sessionNow(), cells, log.lastId().toString());
        } finally {
            lock.unlock();
        }
    }

    /** The lesson with the cells that the learner added. */
    Lesson lesson() {
        return lesson.get();
    }

    /** Adds a cell below another one, and returns its id. */
    String addCell(String after, String text) {
        return rearrange(
                () -> {
                    var added = lesson.add(after);
                    if (!text.isEmpty()) {
                        save(lesson().cell(added).orElseThrow(), text, 0);
                    }
                    return added;
                });
    }

    /** Moves a cell of the learner below another one. */
    void moveCell(String cell, String after) {
        rearrange(() -> lesson.move(cell, after));
    }

    /** Removes a cell of the learner, unless it runs; its text and its runs are kept. */
    boolean removeCell(String cell) {
        return rearrange(() -> !live.containsKey(cell) && lesson.setRemoved(cell, true));
    }

    /** Brings a removed cell back; whether there is such a cell. */
    boolean restoreCell(String cell) {
        return rearrange(() -> lesson.setRemoved(cell, false));
    }

    private <T> T rearrange(Supplier<T> change) {
        lock.lock();
        try {
            var result = change.get();
            broadcast.order(lesson.cells());
            broadcast.stale(stale());
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Stores what a learner typed. */
    Saved save(LessonCell cell, String text, long base) {
        lock.lock();
        try {
            var saved = store.drafts().save(key(cell), draft(cell, text), base);
            if (saved instanceof Saved.Stored(var draft)) {
                broadcast.draft(cell.id(), draft);
                broadcast.stale(stale());
            }
            return saved;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a cell the author's text again. */
    WasReset reset(LessonCell cell) {
        lock.lock();
        try {
            var reset = store.drafts().reset(key(cell));
            if (reset.previous() != null) {
                broadcast.draft(cell.id(), new Draft(null, reset.revision()));
                broadcast.stale(stale());
            }
            return reset;
        } finally {
            lock.unlock();
        }
    }

    /** Stores the text and then runs it. */
    RunAnswer run(LessonCell cell, String text, long base, boolean trace) {
        lock.lock();
        try {
            var running = live.get(cell.id());
            if (running != null) {
                return new RunAnswer.Running(running.key().number());
            }
            return switch (store.runs().begin(key(cell), text, draft(cell, text), base)) {
                case Begun.Conflict(var current) -> new RunAnswer.Conflict(current);
                case Begun.Stored(var run, var draft, var at) -> {
                    begin(cell, draft, new LiveRun(run, cell.id(), text, at), trace);
                    yield new RunAnswer.Accepted(run.number(), draft);
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /** Ends what runs or waits. */
    void stop() {
        session().ifPresent(Session::stop);
    }

    /** Ends the session's JVM and begins with no variables. */
    void restart() {
        lock.lock();
        try {
            if (session != null) {
                session.restart();
                earlierRuns = lastRun;
                broadcast.session(sessionNow());
                broadcast.stale(stale());
            }
        } finally {
            lock.unlock();
        }
    }

    /** A line for the run that waits for input. */
    void input(String text) {
        session().ifPresent(s -> s.input(text));
    }

    /** Ends threads that finished cells left; completes with how many would not end. */
    CompletableFuture<Integer> endThreads() {
        return session().map(Session::endThreads).orElse(CompletableFuture.completedFuture(0));
    }

    /** The session, opened if there is none. */
    Session open() {
        lock.lock();
        try {
            if (session == null) {
                session = opener.get();
                broadcast.session(sessionNow());
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the tabs that the author changed the lesson. */
    void reload() {
        lock.lock();
        try {
            broadcast.reload();
        } finally {
            lock.unlock();
        }
    }

    /** Counts as used from now on. */
    void touch() {
        touched = System.nanoTime();
    }

    /** Whether nothing runs, nobody reads the stream, and nobody has asked for so long. */
    boolean idleFor(Duration time) {
        lock.lock();
        try {
            return live.isEmpty()
                    && log.readers() == 0
                    && System.nanoTime() - touched >= time.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every stream; what runs goes on. */
    void closeStreams() {
        log.close();
    }

    /** Stores what is not stored yet, and ends the session and every stream. */
    @Override
    public void close() {
        samples.stop();
        recorder.close();
        log.close();
        session().ifPresent(Session::close);
    }

    private void begin(LessonCell cell, Draft draft, LiveRun run, boolean trace) {
        live.put(cell.id(), run);
        lastRun = run.key().number();
        broadcast.draft(cell.id(), draft);
        broadcast.begun(run);
        broadcast.stale(stale());
        var timeout = Duration.ofSeconds(cell.timeoutSeconds());
        var listener = recorder.listener(run);
        open().run(
                        new Cell(run.soFar().text(), timeout, trace),
                        trace ? traces.keep(cell.id(), listener) : listener);
        broadcast.session(sessionNow());
    }

    private void told(List<Told> batch) {
        lock.lock();
        try {
            batch.forEach(told -> told(told.run(), told.event()));
        } finally {
            lock.unlock();
        }
    }

    private void told(LiveRun run, CellEvent event) {
        var json = CellEventJson.of(event);
        switch (event) {
            case CellEvent.Queued _ -> run.waits();
            case CellEvent.Started _ -> run.started();
            case CellEvent.Done done -> end(run, done);
            default -> run.add(json);
        }
        broadcast.cell(run, json);
        broadcast.session(sessionNow());
        if (event instanceof CellEvent.Done) {
            noteProgress();
        }
    }

    /** Stored before the tabs hear of it, so that what they were told is not lost afterwards. */
    private void end(LiveRun run, CellEvent.Done done) {
        live.remove(run.cell());
        var part = run.nextPart();
        var status = CellEventJson.name(done.status());
        var limit = CellEventJson.name(done.limit());
        var end = new RunEnd(status, limit, done.message(), done.evalMillis());
        try {
            store.runs().end(run.key(), part.number(), part.events(), end);
        } catch (RuntimeException e) {
            LOG.error("Could not store the end of a run", e);
        }
    }

    private void noteProgress() {
        var now = lesson.ofAuthor();
        var cells = now.cells().stream().map(LessonCell::id).toList();
        if (store.progress().doneIfAllRan(learner, now.id(), cells)) {
            broadcast.done();
        }
    }

    private void storeTold() {
        lock.lock();
        try {
            live.values().stream().filter(run -> !run.allStored()).forEach(this::storeTold);
        } finally {
            lock.unlock();
        }
    }

    private void storeTold(LiveRun run) {
        var part = run.nextPart();
        store.runs().append(run.key(), part.number(), part.events());
    }

    private Map<String, Staleness.Reason> stale() {
        return states.stale(lesson.get(), earlierRuns);
    }

    /** What is to be kept of a text: nothing where it is the author's. */
    private static String draft(LessonCell cell, String text) {
        return cell.isAuthors(text) ? null : text;
    }

    private SessionState sessionNow() {
        return new SessionState(sessionState(), earlierRuns);
    }

    private String sessionState() {
        if (session == null) {
            return "none";
        }
        if (live.isEmpty()) {
            return "idle";
        }
        return live.values().stream().allMatch(LiveRun::waiting) ? "queued" : "busy";
    }

    private Optional<Session> session() {
        lock.lock();
        try {
            return Optional.ofNullable(session);
        } finally {
            lock.unlock();
        }
    }

    private CellKey key(LessonCell cell) {
        return new CellKey(learner, lesson.get().id(), cell.id());
    }
}
