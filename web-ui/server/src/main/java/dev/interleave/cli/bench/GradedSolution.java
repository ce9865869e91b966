package dev.interleave.cli.bench;

import dev.interleave.sandbox.grade.GradingSeries;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.TestsVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A solution that is graded again and again, and what came of it; it is compiled before the first
 * time.
 *
 * <p>Threading: one thread at a time.
 */
final class GradedSolution {

    private static final int HASH_BYTES = 6;

    private final HandIn handIn;
    private final String tests;
    private final String sources;
    private final List<GradingRecord> records = new ArrayList<>();
    private GradingSeries series;

    GradedSolution(HandIn handIn) {
        this.handIn = handIn;
        this.tests = TestsVersion.of(handIn.exercise());
        this.sources = hash(handIn);
    }

    HandIn handIn() {
        return handIn;
    }

    /** The version of its exercise's tests. */
    String tests() {
        return tests;
    }

    /** Names what is in its files. */
    String sources() {
        return sources;
    }

    /** What came of it so far, the first grading first. */
    List<GradingRecord> records() {
        return List.copyOf(records);
    }

    /** Keeps those that are of this solution as it is now, and of these tests. */
    void recall(List<GradingRecord> kept) {
        kept.stream().filter(this::isIn).forEach(records::add);
    }

    private boolean isIn(GradingRecord record) {
        return record.exercise().equals(handIn.exercise().id())
                && record.solution().equals(handIn.submission().name())
                && record.tests().equals(tests)
                && record.sources().equals(sources);
    }

    /**
     * Grades it once more.
     *
     * @param seed of the searches for schedules
     */
    GradingRecord grade(Judge judge, long seed) throws Exception {
        if (series == null) {
            series = judge.series(handIn.exercise(), handIn.submission());
        }
        var record = GradingRecord.of(this, seed, series.grade(seed));
        records.add(record);
        return record;
    }

    private static String hash(HandIn handIn) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : handIn.submission().files()) {
                digest.update((file.name() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update((file.text() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
