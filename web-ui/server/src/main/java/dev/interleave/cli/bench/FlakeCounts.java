package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts gradings that do not agree with each other, and those that are not as they should be. */
final class FlakeCounts {

    private final List<GradingRecord> all;
    private final List<GradingRecord> different = new ArrayList<>();

    FlakeCounts(List<GradingRecord> all) {
        this.all = all;
        var firsts = new LinkedHashMap<String, GradingRecord>();
        var firstsOfSeeds = new LinkedHashMap<String, GradingRecord>();
        for (var record : all) {
            var first = firsts.putIfAbsent(name(record), record);
            var same = firstsOfSeeds.putIfAbsent(name(record) + " " + record.seed(), record);
            if (first != null && record.differsFrom(first)
                    || same != null && record.differsFrom(same)) {
                different.add(record);
            }
        }
    }

    /** Those that differ from the first one of the same solution. */
    List<GradingRecord> different() {
        return List.copyOf(different);
    }

    /** Those whose verdict is wrong, or given for another reason than the exercise names. */
    List<GradingRecord> wrong() {
        return all.stream().filter(GradingRecord::wrong).toList();
    }

    /** Tells of each exercise, then of all of them. */
    void tell(Bench bench, String name) {
        var exercises =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        GradingRecord::exercise,
                                        TreeMap::new,
                                        Collectors.toList()));
        exercises.forEach(
                (id, records) -> new FlakeCounts(records).tellOne(bench, name + "." + id));
        bench.tell(name, "disagreements", different.size(), amounts() + names(different));
        bench.tell(name + ".wrong", "verdicts", wrong().size(), amounts() + names(wrong()));
    }

    private void tellOne(Bench bench, String name) {
        var notes = "%s, %d not as expected".formatted(amounts(), wrong().size());
        bench.tell(name, "disagreements", different.size(), notes);
    }

    private String amounts() {
        var times = times().values();
        var least = times.stream().mapToLong(Long::longValue).min().orElse(0);
        var most = times.stream().mapToLong(Long::longValue).max().orElse(0);
        return "%d gradings of %d solutions, each %s times, %d of them with the usual seed"
                .formatted(
                        all.size(),
                        times.size(),
                        least == most ? least : least + " to " + most,
                        all.stream().filter(GradingRecord::usual).count());
    }

    private Map<String, Long> times() {
        return all.stream()
                .collect(Collectors.groupingBy(FlakeCounts::name, Collectors.counting()));
    }

    private static String names(List<GradingRecord> records) {
        return records.isEmpty()
                ? ""
                : records.stream()
                        .map(record -> name(record) + " with seed " + record.seed())
                        .distinct()
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String name(GradingRecord record) {
        return record.exercise() + "/" + record.solution();
    }
}
