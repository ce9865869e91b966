package dev.interleave.explore.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * What was called, in the order of the run.
 *
 * <p>Threading: from any thread of the run.
 */
public final class CallLog {

    private final List<String> calls = new ArrayList<>();

    public void add(String call) {
        calls.add(call);
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** How often exactly this was called. */
    public int count(String call) {
        return (int) calls.stream().filter(call::equals).count();
    }
}
