package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.result.CompareResult.Crossing;
import dev.interleave.sandbox.result.LoadPoint;
import java.util.ArrayList;
import java.util.List;

/** From where on one version answers faster than another one. */
final class Crossings {

    /** By which 95 per cent of the requests have to be answered faster. */
    private static final double MARGIN = Math.log(1.1);

    /** An interval from one n to four times as many says nothing any more. */
    private static final double VAGUE = Math.log(4);

    private Crossings() {}

    /**
     * Those that were seen in every round.
     *
     * @param rounds points by version and n
     */
    static List<Crossing> of(List<List<List<LoadPoint>>> rounds, double alpha) {
        List<Crossing> all = new ArrayList<>();
        int versions = rounds.isEmpty() ? 0 : rounds.getFirst().size();
        for (int faster = 0; faster < versions; faster++) {
            for (int slower = 0; slower < versions; slower++) {
                List<Double> logs = logs(rounds, faster, slower);
                if (faster != slower && logs.size() == rounds.size() && logs.size() > 1) {
                    Interval interval = Interval.of(logs, Interval.student(logs.size(), alpha));
                    if (interval.width() < VAGUE) {
                        all.add(new Crossing(faster, slower, interval.ratio()));
                    }
                }
            }
        }
        return all;
    }

    private static List<Double> logs(List<List<List<LoadPoint>>> rounds, int faster, int slower) {
        return rounds.stream()
                .map(round -> from(round.get(faster), round.get(slower)))
                .filter(log -> !log.isNaN())
                .toList();
    }

    /** Logarithm of the n from which on it is faster at every n; NaN if there is none. */
    private static Double from(List<LoadPoint> faster, List<LoadPoint> slower) {
        int place = faster.size();
        while (place > 0 && lead(faster, slower, place - 1) > MARGIN) {
            place--;
        }
        if (place == faster.size()) {
            return Double.NaN;
        }
        double at = Math.log(faster.get(place).n());
        if (place == 0) {
            return at;
        }
        double before = Math.log(faster.get(place - 1).n());
        double low = lead(faster, slower, place - 1);
        double high = lead(faster, slower, place);
        return before + (at - before) * (MARGIN - low) / (high - low);
    }

    private static double lead(List<LoadPoint> faster, List<LoadPoint> slower, int place) {
        return Math.log(slower.get(place).p95()) - Math.log(faster.get(place).p95());
    }
}
