package dev.interleave.web.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.json.CompareEventJson;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Running;
import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Ended;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Impossible;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.web.course.Comparison;
import dev.interleave.web.progress.ComparisonKey;
import dev.interleave.web.progress.ComparisonRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A comparison that goes on: the first version with each of the others, one pair after the other.
 *
 * <p>Threading: one thread measures; any may stop it and ask what it has told.
 */
final class LiveComparison implements LiveWork {

    /** Hears what is measured, in order. */
    interface Listener {

        /**
         * @param place in everything that it tells, from 0
         * @param event JSON
         */
        void tell(LiveComparison comparison, long number, int place, String event);
    }

    /**
     * How it ended.
     *
     * @param results JSON: an array with what came out of each pair of versions
     */
    record Outcome(String state, String message, String results) {}

    private final ComparisonKey key;
    private final Comparison comparison;
    private final ComparisonRun.Order order;
    private final Comparer comparer;
    private final Listener listener;
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private volatile long number;
    private Running running;
    private boolean stopped;

    LiveComparison(
            ComparisonKey key,
            Comparison comparison,
            ComparisonRun.Order order,
            Comparer comparer,
            Listener listener) {
        this.key = key;
        this.comparison = comparison;
        this.order = order;
        this.comparer = comparer;
        this.listener = listener;
    }

    @Override
    public ComparisonKey key() {
        return key;
    }

    /** The number that its tabs know it by; before it measures. */
    void begunAs(long run) {
        number = run;
    }

    /** Measures all pairs, or those before it was stopped. */
    Outcome measure() throws InterruptedException {
        var state = "done";
        var others = order.same() || comparison.isLoad() ? 1 : comparison.versions().size() - 1;
        for (var other = 1; other <= others && state.equals("done"); other++) {
            var result = measure(other);
            if (result == null || result instanceof Stopped) {
                state = "stopped";
            } else if (result instanceof Impossible) {
                state = "impossible";
            }
        }
        if (state.equals("stopped")) {
            sentences.add("Stopped.");
        }
        return new Outcome(state, String.join(" ", sentences), results.toString());
    }

    @Override
    public void stop() {
        Running now;
        synchronized (this) {
            stopped = true;
            now = running;
        }
        // Without the lock: who tells of a place in the queue may hold the queue's.
        if (now != null) {
            now.stop();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public List<String> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    /** Null if it was stopped before it began. */
    private CompareResult measure(int other) throws InterruptedException {
        if (stopped()) {
            return null;
        }
        var pair = begin(other);
        synchronized (this) {
            running = pair;
        }
        if (stopped()) {
            pair.stop();
        }
        var result = pair.await();
        if (!(result instanceof Stopped)) {
            results.add(json(other, new Ended(result)));
            sentences.add(sentence(result));
        }
        return result;
    }

    private Running begin(int other) {
        return comparison.isLoad()
                ? comparer.begin(sweep(), event -> on(other, event))
                : comparer.begin(request(other), event -> on(other, event));
    }

    private Sweep sweep() {
        var all = new ArrayList<Version>();
        for (var place = 0; place < comparison.versions().size(); place++) {
            all.add(version(place, ""));
        }
        return new Sweep(
                order.same() ? List.of(version(0, ""), version(0, " again")) : all,
                Duration.ofMillis(comparison.delay()),
                Sweep.upTo(order.n(), comparison.sweep()),
                Duration.ofSeconds(comparison.seconds()));
    }

    private Request request(int other) {
        return new Request(
                version(0, ""),
                order.same() ? version(0, " again") : version(other, ""),
                comparison.measured(),
                order.n(),
                Duration.ofSeconds(comparison.seconds()));
    }

    private Version version(int place, String suffix) {
        return new Version(
                comparison.versions().get(place).name() + suffix,
                comparison.whole(order.versions().get(place)));
    }

    private void on(int other, CompareEvent event) {
        if (event instanceof Ended) {
            return;
        }
        var text = json(other, event).toString();
        synchronized (told) {
            told.add(text);
            listener.tell(this, number, told.size() - 1, text);
        }
    }

    /** With the number of the version that is compared with the first; counted from 1. */
    private ObjectNode json(int other, CompareEvent event) {
        var unit =
                !comparison.isLoad() && comparison.measured() == Mode.THROUGHPUT
                        ? "ops/s"
                        : "ns/op";
        return CompareEventJson.of(event, unit).put("other", order.same() ? 1 : other + 1);
    }

    private static String sentence(CompareResult result) {
        return switch (result) {
            case Verdict verdict -> verdict.message();
            case CompareResult.Curves curves -> curves.message();
            case CompareResult.Flame flame -> flame.name();
            case CompareResult.Disagreement(var left, var right) ->
                    "The versions return different things, %s and %s, so nothing was measured."
                            .formatted(left, right);
            case CompareResult.Refused(var problems) ->
                    problems.stream()
                            .map(CompareResult.Problem::message)
                            .collect(Collectors.joining(" "));
            case Stopped() -> "Stopped.";
            case Impossible(var reason) -> reason;
        };
    }
}
