package dev.interleave.explore.probe;

import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Compares what calls by several threads returned with a sequential model: there must be an order
 * of the calls that keeps those apart that did not overlap, and in which the model returns the
 * same.
 *
 * <p>Threading: calls from any thread of the run; {@link #check} when all have ended.
 *
 * @param <M> the model, a plain class without any synchronization
 */
public final class Linearizability<M> {

    private static final int MAX_CALLS = 12;

    private record Call<M>(
            String name, Function<M, Optional<?>> model, long begin, long end, Object result) {}

    private final Run run;
    private final Supplier<M> model;
    private final List<Call<M>> calls = new ArrayList<>();
    private long clock;

    public Linearizability(Run run, Supplier<M> model) {
        this.run = run;
        this.model = model;
    }

    /**
     * Makes a call and records it.
     *
     * @param name for people, such as {@code put(1)}
     * @param call of the submission; an exception is a result, too
     * @param expected what the model returns; empty if the call would have to wait in its present
     *     state
     */
    public <R> R call(String name, Callable<R> call, Function<M, Optional<?>> expected)
            throws Exception {
        var begin = clock++;
        Object recorded = null;
        try {
            var result = call.call();
            recorded = result;
            return result;
        } catch (Exception e) {
            recorded = e.getClass();
            throw e;
        } finally {
            calls.add(new Call<>(name, expected, begin, clock++, recorded));
        }
    }

    /** For results that may be null: the model's answer. */
    public static Optional<?> returns(Object value) {
        return Optional.of(value == null ? NULL : value);
    }

    private static final Object NULL = new Object();

    /** Fails the run if no order explains what was returned. */
    public void check() {
        if (calls.size() > MAX_CALLS) {
            throw new IllegalStateException(
                    "At most %d calls can be compared, not %d".formatted(MAX_CALLS, calls.size()));
        }
        if (!explained(new ArrayList<>(), new ArrayList<>(calls))) {
            var history = calls.stream().map(call -> call.name() + " = " + call.result()).toList();
            run.fail(
                    FaultKind.WRONG_RESULT,
                    "No order of these calls gives these results: " + history + ".");
        }
    }

    private boolean explained(List<Call<M>> before, List<Call<M>> left) {
        if (left.isEmpty()) return true;
        var firstEnd = left.stream().mapToLong(Call::end).min().orElseThrow();
        for (var next : List.copyOf(left)) {
            if (next.begin() > firstEnd || !agrees(before, next)) continue;
            before.add(next);
            left.remove(next);
            if (explained(before, left)) return true;
            before.removeLast();
            left.add(next);
        }
        return false;
    }

    /** The model cannot be copied, so it goes through the whole order again. */
    private boolean agrees(List<Call<M>> before, Call<M> next) {
        var fresh = model.get();
        for (var call : before) call.model().apply(fresh);
        Optional<?> answer = next.model().apply(fresh);
        if (answer.isEmpty()) return false;
        var value = answer.get() == NULL ? null : answer.get();
        return Objects.equals(value, next.result());
    }
}
