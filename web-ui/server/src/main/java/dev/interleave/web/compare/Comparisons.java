package dev.interleave.web.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.sandbox.Comparer;
import dev.interleave.web.cell.Workbooks;
import dev.interleave.web.course.Comparison;
import dev.interleave.web.progress.ComparisonKey;
import dev.interleave.web.progress.ComparisonRun;
import dev.interleave.web.progress.ComparisonRuns;
import dev.interleave.web.progress.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has versions compared, one comparison of each learner at a time, and tells the learner's tabs
 * what is measured as it comes. The machine measures one comparison at a time: the others wait in
 * the order in which they came.
 *
 * <p>Threading: any thread may call anything; each comparison has a thread.
 */
public final class Comparisons implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
    private static final String BROKEN = "Something went wrong in the server; its log says what.";

    private final Comparer comparer;
    private final ComparisonRuns runs;
    private final String machine;
    private final Workbooks workbooks;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, LiveWork> live = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param comparer is closed by whoever made it
     */
    public Comparisons(Comparer comparer, ComparisonStore store, Workbooks workbooks) {
        this.comparer = comparer;
        this.runs = store.runs();
        this.machine = store.machine();
        this.workbooks = workbooks;
    }

    /** Stores and queues a comparison; empty while another one of this learner goes on. */
    Optional<ComparisonRun> begin(
            ComparisonKey key, Comparison comparison, ComparisonRun.Order order) {
        var mine = new LiveComparison(key, comparison, order, comparer, this::tell);
        if (closed || live.putIfAbsent(key.learner(), mine) != null) {
            return Optional.empty();
        }
        try {
            var run = runs.begin(key, order, machine);
            mine.begunAs(run.number());
            Thread.ofVirtual().name("comparison").start(() -> measure(mine, run));
            return Optional.of(run);
        } catch (RuntimeException e) {
            live.remove(key.learner());
            throw e;
        }
    }

    /**
     * Records where the time of a version goes; false while something else of this learner goes on.
     *
     * @param version from 1
     */
    boolean look(ComparisonKey key, Comparison comparison, ComparisonRun run, int version) {
        var mine =
                new LiveLook(
                        key,
                        comparison,
                        run,
                        version,
                        comparer,
                        place -> tell(key, run.number(), version, place));
        if (closed || live.putIfAbsent(key.learner(), mine) != null) {
            return false;
        }
        Thread.ofVirtual().name("look").start(() -> see(mine, run.number()));
        return true;
    }

    private void see(LiveLook mine, long number) {
        try {
            ended(mine, number, mine.see());
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not look into a version of {}", mine.key(), e);
                ended(mine, number, new LiveLook.Outcome(null, BROKEN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(LiveLook mine, long number, LiveLook.Outcome outcome) {
        var key = mine.key();
        // Who sees that it is over can begin another one.
        live.remove(key.learner(), mine);
        if (closed) {
            return;
        }
        if (outcome.flame() != null) {
            runs.addResult(key, number, outcome.flame());
        }
        runs.of(key, number)
                .ifPresent(
                        run -> {
                            var state = RunState.of(run, machine, true);
                            var event =
                                    new SeenEvent(
                                            key.comparison(),
                                            mine.version(),
                                            outcome.message(),
                                            state);
                            workbooks.tell(key.learner(), key.lesson(), "looked", write(event));
                        });
    }

    private void tell(ComparisonKey key, long run, int version, int place) {
        var event = new LookEvent(key.comparison(), run, version, place);
        workbooks.tell(key.learner(), key.lesson(), "looking", write(event));
    }

    /** The version of this comparison that is looked into, from 1; 0 if there is none. */
    int lookedInto(ComparisonKey key) {
        var mine = live.get(key.learner());
        return mine != null && mine.key().equals(key) ? mine.version() : 0;
    }

    /** Ends this comparison at once, if it goes on. */
    void stop(ComparisonKey key) {
        var mine = live.get(key.learner());
        if (mine != null && mine.key().equals(key)) {
            mine.stop();
        }
    }

    /** What this comparison has told so far, if it goes on. */
    List<String> told(ComparisonKey key) {
        var mine = live.get(key.learner());
        return mine != null && mine.key().equals(key) ? mine.told() : List.of();
    }

    /** Tells the tabs of a draft. */
    void drafted(ComparisonKey key, String version, Draft draft) {
        var event = new DraftEvent(key.comparison(), version, draft.text(), draft.revision());
        workbooks.tell(key.learner(), key.lesson(), "version", write(event));
    }

    /** What is not measured yet is said to be interrupted when the server comes back. */
    @Override
    public void close() {
        closed = true;
        live.values().forEach(LiveWork::stop);
    }

    private void measure(LiveComparison mine, ComparisonRun run) {
        try {
            end(mine, run, mine.measure());
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not compare {}", mine.key(), e);
                end(mine, run, new LiveComparison.Outcome("impossible", BROKEN, "[]"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(LiveComparison mine, ComparisonRun run, LiveComparison.Outcome outcome) {
        // Who sees that it is over can begin another one.
        live.remove(mine.key().learner(), mine);
        if (closed) {
            return;
        }
        var ended =
                runs.end(
                        mine.key(),
                        run.number(),
                        outcome.state(),
                        outcome.message(),
                        outcome.results());
        var event = new EndEvent(mine.key().comparison(), RunState.of(ended, machine, true));
        workbooks.tell(mine.key().learner(), mine.key().lesson(), "compared", write(event));
    }

    private void tell(LiveComparison mine, long number, int place, String event) {
        var told = new Event(mine.key().comparison(), number, place, new RawValue(event));
        workbooks.tell(mine.key().learner(), mine.key().lesson(), "comparing", write(told));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records can be written as JSON", e);
        }
    }

    private record DraftEvent(String comparison, String version, String text, long revision) {}

    /**
     * What the tabs hear while it goes on.
     *
     * @param place in everything that it tells, from 0
     */
    private record Event(String comparison, long run, int place, RawValue event) {}

    /**
     * What the tabs hear while a version is looked into.
     *
     * @param place in the queue; 0 when its turn has come
     */
    private record LookEvent(String comparison, long run, int version, int place) {}

    /**
     * What they hear then.
     *
     * @param message why nothing was seen; empty if something was
     */
    private record SeenEvent(String comparison, int version, String message, RunState run) {}

    private record EndEvent(String comparison, RunState run) {}
}
