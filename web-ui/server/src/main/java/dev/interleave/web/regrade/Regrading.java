package dev.interleave.web.regrade;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hand-ins of an exercise that are graded again.
 *
 * @param whose in words; empty for everybody
 * @param by login of who began it
 * @param items one for each hand-in
 */
public record Regrading(
        String id,
        String classId,
        String exercise,
        State state,
        String whose,
        String by,
        Instant at,
        List<Item> items) {

    /** How far it is. */
    public enum State {
        /** It goes on, or waits for a decision. */
        GRADED,
        APPLIED,
        UNDONE,
        DROPPED
    }

    /**
     * One hand-in.
     *
     * @param oldTests version of the tests that it was graded with; null if it is not known
     * @param newTests null until it was graded again, or if it cannot be
     * @param over whether it was graded again, or cannot be
     * @param newScore null until it was graded again, or if it cannot be
     * @param message why it cannot be, or null
     */
    public record Item(
            String learner,
            String name,
            long number,
            boolean over,
            String oldVerdict,
            double oldScore,
            String oldTests,
            String newVerdict,
            Double newScore,
            String newTests,
            String message,
            List<String> why) {

        /** By how many points it changes. */
        public double difference() {
            return newScore == null ? 0 : newScore - oldScore;
        }
    }

    public int over() {
        return (int) items.stream().filter(Item::over).count();
    }

    /** Whether all were graded again, or cannot be. */
    public boolean complete() {
        return over() == items.size();
    }

    /** What would change, the largest first. */
    public List<Item> changes() {
        return items.stream()
                .filter(item -> item.difference() != 0)
                .sorted(
                        Comparator.comparingDouble((Item item) -> -Math.abs(item.difference()))
                                .thenComparing(Item::name))
                .toList();
    }

    /** The versions of the tests with which they had been graded, as far as they are known. */
    public List<String> oldTests() {
        return versions(Item::oldTests);
    }

    /** The versions of the tests with which they are graded again; one, as a rule. */
    public List<String> newTests() {
        return versions(Item::newTests);
    }

    private List<String> versions(Function<Item, String> which) {
        return items.stream().map(which).filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** What could not be graded again and stays as it was, by the reason. */
    public Map<String, List<Item>> impossible() {
        return items.stream()
                .filter(item -> item.over() && item.newScore() == null)
                .collect(
                        Collectors.groupingBy(
                                Item::message, LinkedHashMap::new, Collectors.toList()));
    }
}
