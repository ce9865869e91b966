package dev.interleave.web.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.trace.KeptTraces;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The workbooks that are in use: one for each learner and lesson, however many tabs show it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Workbooks implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final CourseLibrary library;
    private final Store store;
    private final CompletableFuture<SandboxAccess> sandbox;
    private final Map<Key, Workbook> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public Workbooks(CourseLibrary library, Store store, CompletableFuture<SandboxAccess> sandbox) {
        this.library = library;
        this.store = store;
        this.sandbox = sandbox;
        sweeper.scheduleWithFixedDelay(() -> closeIdle(IDLE), 1, 1, TimeUnit.MINUTES);
    }

    private record Key(String learner, String lesson) {}

    /**
     * The workbook of a learner's lesson.
     *
     * @throws dev.interleave.web.course.NoSuchLesson when there is no such lesson
     */
    Workbook of(String learner, String lesson) {
        library.lesson(lesson);
        return open.compute(
                new Key(learner, lesson),
                (key, workbook) -> {
                    var found = workbook == null ? make(key) : workbook;
                    found.touch();
                    return found;
                });
    }

    /** Timelines of a learner's lesson; empty where none can be, as its workbook is not in use. */
    Optional<KeptTraces> traces(String learner, String lesson) {
        return Optional.ofNullable(open.get(new Key(learner, lesson)))
                .map(workbook -> workbook.traces);
    }

    /**
     * Tells every tab of a learner something.
     *
     * @param name of the event
     * @param json one object, without line feeds
     */
    public void tell(String learner, String name, String json) {
        open.forEach(
                (key, workbook) -> {
                    if (key.learner().equals(learner)) {
                        workbook.log().add(name, json);
                    }
                });
    }

    /**
     * Tells every tab of a learner's lesson something.
     *
     * @param name of the event
     * @param json one object, without line feeds
     */
    public void tell(String learner, String lesson, String name, String json) {
        var workbook = open.get(new Key(learner, lesson));
        if (workbook != null) {
            workbook.log().add(name, json);
        }
    }

    /** Tells everybody who reads a lesson that its author changed it. */
    public void reload(String lesson) {
        open.forEach(
                (key, workbook) -> {
                    if (key.lesson().equals(lesson)) {
                        workbook.reload();
                    }
                });
    }

    /** Tells everybody that pages look otherwise now. */
    public void reloadAll() {
        open.values().forEach(Workbook::reload);
    }

    /** Closes those that nobody looks at, runs, or has touched for so long. */
    void closeIdle(Duration idle) {
        for (var key : open.keySet()) {
            open.computeIfPresent(
                    key,
                    (_, workbook) -> {
                        if (!workbook.idleFor(idle)) {
                            return workbook;
                        }
                        workbook.close();
                        return null;
                    });
        }
    }

    /** Ends the sessions and the streams of a learner, who is not signed in any more. */
    public void closeOf(String learner) {
        for (var key : open.keySet()) {
            if (key.learner().equals(learner)) {
                open.computeIfPresent(
                        key,
                        (_, workbook) -> {
                            workbook.close();
                            return null;
                        });
            }
        }
    }

    /** Ends every stream, so that the server can stop; what runs goes on. */
    public void closeStreams() {
        open.values().forEach(Workbook::closeStreams);
    }

    /** Ends every session and every stream; what runs told until now is stored. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        open.values().forEach(Workbook::close);
        open.clear();
    }

    private Workbook make(Key key) {
        return new Workbook(
                key.learner(),
                () -> library.lesson(key.lesson()),
                store,
                () -> openSession(library.lesson(key.lesson()).profile()));
    }

    private Session openSession(Profile profile) {
        return switch (sandbox.join()) {
            case SandboxAccess.Granted(var granted) -> granted.open(profile);
            case SandboxAccess.Refused(var reason) -> throw new ServiceUnavailableResponse(reason);
        };
    }
}
