package dev.interleave.cli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where benchmarks that take hours keep each result as soon as it is there.
 *
 * @param chosen the file that was asked for; null for one named after the benchmark
 * @param resume whether to go on with what is in the files; otherwise there must be none
 */
public record KeptFiles(Path chosen, boolean resume) {

    private static final Map<String, String> NAMES =
            Map.of("compare.aa", "compare-aa.jsonl", "grade.flakes", "grade-flakes.jsonl");

    /** The file of a benchmark; empty if it keeps none. */
    public Optional<Path> of(String benchmark) {
        return Optional.ofNullable(NAMES.get(benchmark))
                .map(name -> chosen == null ? Path.of(name) : chosen);
    }

    /** Whether a benchmark would refuse to run, so as not to overwrite what it kept before. */
    public boolean inTheWay(String benchmark) {
        return !resume && of(benchmark).filter(Files::exists).isPresent();
    }

    RecordFile<DuelRecord> duels() {
        return file("compare.aa", DuelRecord.class);
    }

    RecordFile<GradingRecord> gradings() {
        return file("grade.flakes", GradingRecord.class);
    }

    private <T> RecordFile<T> file(String benchmark, Class<T> kind) {
        return new RecordFile<>(of(benchmark).orElseThrow(), resume, kind);
    }
}
