package dev.interleave.web.compare;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Means;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Stands at the border to the sandbox: tells one pair, and ends when the test says so or somebody
 * stops it.
 */
final class TestComparer implements Comparer {

    private static final Host HOST = new Host("25", "Linux", 2, List.of("-Xmx1m"), 0, 0, 0, true);

    private static final Means MEANS =
            new Means(
                    new Mean(4, 3, 5, 2),
                    new Mean(5, 4, 6, 2),
                    new Mean(6, 5, 7, 2),
                    new Mean(7, 7, 7, 2),
                    Mean.UNKNOWN,
                    Map.of());

    final List<Look> looks = new CopyOnWriteArrayList<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<CompareResult>> results = new CopyOnWriteArrayList<>();

    @Override
    public Running begin(Request request, Consumer<CompareEvent> events) {
        var result = new CompletableFuture<CompareResult>();
        events.accept(new CompareEvent.Started());
        events.accept(new CompareEvent.Estimate(1, 2, new Ratio(2, 1.5, 2.5)));
        results.add(result);
        requests.add(request);
        return new Running() {
            @Override
            public void stop() {
                result.complete(new Stopped());
            }

            @Override
            public CompareResult await() {
                return result.join();
            }
        };
    }

    @Override
    public Running begin(Sweep sweep, Consumer<CompareEvent> events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Running begin(Look look, Consumer<CompareEvent> events) {
        var result = new CompletableFuture<CompareResult>();
        events.accept(new CompareEvent.Started());
        results.add(result);
        looks.add(look);
        return new Running() {
            @Override
            public void stop() {
                result.complete(new Stopped());
            }

            @Override
            public CompareResult await() {
                return result.join();
            }
        };
    }

    /** Ends the look at a version that goes on. */
    void seen() {
        var name = looks.getLast().version().name();
        var frames = List.of(new FlameFrame(0, "Version", "run", true, 5, 5));
        var facts = List.of(new FlameFact("bytecode", "run()", "", 12, 0));
        results.getLast()
                .complete(new Flame(name, "jdk.ExecutionSample", 5, 1, 0.5, frames, facts, HOST));
    }

    /** Ends what goes on. */
    void finish() {
        results.getLast().complete(verdict(requests.getLast()));
    }

    private static Verdict verdict(Request request) {
        return new Verdict(
                Claim.LEFT_FASTER,
                false,
                new Ratio(2, 1.5, 2.5),
                List.of(2.0, 2.0),
                0.99,
                2,
                1,
                "ns/op",
                summary(request.left().name()),
                summary(request.right().name()),
                HOST,
                List.of(),
                request.left().name() + " is faster than " + request.right().name() + ".");
    }

    private static Summary summary(String name) {
        return new Summary(
                name,
                4,
                1,
                List.of(3.0, 5.0),
                List.of(List.of(3.0), List.of(5.0)),
                5,
                6,
                7,
                Map.of(),
                MEANS);
    }
}
