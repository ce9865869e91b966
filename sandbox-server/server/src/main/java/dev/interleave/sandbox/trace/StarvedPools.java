package dev.interleave.sandbox.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds executors of which all workers wait for tasks that wait for a worker. */
final class StarvedPools {

    /** An executor's threads as they are at the end, and what each of them waits for. */
    private record Pool(List<Long> workers, List<TaskStory> awaited) {}

    /** All workers of an executor, and the first task that they wait for. */
    record Starved(List<Long> workers, TaskStory task) {}

    private final Map<String, Pool> pools = new TreeMap<>();

    /**
     * @param group name of the executor that the thread works for, or null
     * @param awaited a task of that executor that has no worker yet and that the thread waits for;
     *     null where it does something else
     */
    void add(long thread, String group, TaskStory awaited) {
        if (group != null) {
            Pool pool =
                    pools.computeIfAbsent(
                            group, _ -> new Pool(new ArrayList<>(), new ArrayList<>()));
            pool.workers.add(thread);
            if (awaited != null) {
                pool.awaited.add(awaited);
            }
        }
    }

    List<Starved> found() {
        return pools.values().stream()
                .filter(pool -> pool.awaited.size() == pool.workers.size())
                .map(pool -> new Starved(List.copyOf(pool.workers), pool.awaited.getFirst()))
                .toList();
    }
}
