package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceSpan.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds threads that wait for each other. */
final class WaitGraph {

    private WaitGraph() {}

    /** Whether it needs another thread to go on. */
    static boolean isWait(State state) {
        return state.waits() && state != State.SLEEPING && state != State.IO;
    }

    /** The circles, each once, beginning with the thread of the lowest number. */
    static List<List<Long>> deadlocks(List<Wait> waits) {
        Map<Long, Long> waitsFor = new HashMap<>();
        waits.stream()
                .filter(wait -> wait.owner() != 0)
                .forEach(wait -> waitsFor.put(wait.thread(), wait.owner()));
        List<List<Long>> circles = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Long first : waitsFor.keySet().stream().sorted().toList()) {
            List<Long> path = new ArrayList<>();
            Set<Long> onPath = new HashSet<>();
            Long next = first;
            while (next != null && seen.add(next)) {
                path.add(next);
                onPath.add(next);
                next = waitsFor.get(next);
            }
            if (next != null && onPath.contains(next)) {
                circles.add(fromLowest(path.subList(path.indexOf(next), path.size())));
            }
        }
        return List.copyOf(circles);
    }

    private static List<Long> fromLowest(List<Long> circle) {
        int lowest = circle.indexOf(circle.stream().min(Long::compare).orElseThrow());
        List<Long> turned = new ArrayList<>(circle.subList(lowest, circle.size()));
        turned.addAll(circle.subList(0, lowest));
        return List.copyOf(turned);
    }
}
