package dev.interleave.explore.result;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that decides a run: its seed, what the environment may do in it, and every choice.
 *
 * <p>{@link #toString} and {@link #parse} are the form in which gradings carry it, such as {@code
 * 1:0:0x7.1.0.2}.
 *
 * @param seed of the random numbers that the submission draws
 * @param mode bits of the search's settings
 */
public record Replay(long seed, int mode, int[] choices) {

    private static final int MAX_CHOICES = 1_000_000;

    public Replay {
        choices = choices.clone();
    }

    @Override
    public int[] choices() {
        return choices.clone();
    }

    /**
     * Reads what {@link #toString} wrote; throws IllegalArgumentException if it is something else.
     */
    public static Replay parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) throw new IllegalArgumentException("Not a replay: " + text);
        var choices =
                parts[2].isEmpty()
                        ? IntStream.empty()
                        : Arrays.stream(parts[2].split("\\.")).flatMapToInt(Replay::run);
        return new Replay(
                Long.parseLong(parts[0]),
                Integer.parseInt(parts[1]),
                choices.limit(MAX_CHOICES).toArray());
    }

    private static IntStream run(String group) {
        var times = group.indexOf('x');
        if (times < 0) return IntStream.of(Integer.parseInt(group));
        var choice = Integer.parseInt(group.substring(0, times));
        var count = Integer.parseInt(group.substring(times + 1));
        return IntStream.generate(() -> choice).limit(Math.min(count, MAX_CHOICES));
    }

    @Override
    public String toString() {
        var groups =
                IntStream.range(0, choices.length)
                        .filter(i -> i == 0 || choices[i] != choices[i - 1])
                        .mapToObj(this::group);
        return seed + ":" + mode + ":" + groups.collect(Collectors.joining("."));
    }

    private String group(int from) {
        var to = from;
        while (to < choices.length && choices[to] == choices[from]) to++;
        return to - from == 1 ? "" + choices[from] : choices[from] + "x" + (to - from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Replay replay
                && seed == replay.seed
                && mode == replay.mode
                && Arrays.equals(choices, replay.choices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(choices) * 31 + Long.hashCode(seed) + mode;
    }
}
