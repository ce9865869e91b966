package dev.interleave.cli.bench;

import dev.interleave.bench.Benchmark;
import dev.interleave.bench.cell.CompilerRecovery;
import dev.interleave.bench.cell.FirstResult;
import dev.interleave.bench.cell.Load;
import dev.interleave.bench.cell.Output;
import dev.interleave.bench.cell.SessionMemory;
import dev.interleave.bench.cell.SessionStart;
import dev.interleave.bench.cell.SessionStop;
import dev.interleave.bench.cell.Soak;
import dev.interleave.bench.cell.TraceOverhead;
import dev.interleave.bench.cell.WarmCells;
import java.nio.file.Path;
import java.util.List;

/** All benchmarks, in the order in which they run. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * The benchmarks of an installation.
     *
     * @param root the repository's root
     * @param graders opens a judge like that of {@code grade}
     * @param comparers opens what {@code compare} uses
     * @param kept where results are kept at once
     * @param only which solutions {@code grade.flakes} grades; empty for all
     */
    public static List<Benchmark> of(
            Path root, Graders graders, Comparers comparers, KeptFiles kept, List<String> only) {
        var exercises = root.resolve("exercises");
        return List.of(
                new ServeStart(root),
                new PagePaint(root),
                new WarmCells(),
                new FirstResult(),
                new Output(),
                new SessionStop(),
                new TraceOverhead(),
                new TracePage(root),
                new CompilerRecovery(),
                new Load(),
                new SessionStart(),
                new SessionMemory(),
                new GradeThroughput(exercises, graders),
                new GradeFlakes(exercises, graders, kept.gradings(), only),
                new ClassGradebook(root),
                new ClassHandIns(root),
                new CompareBesideCells(root),
                new CompareDuels(comparers, kept.duels()),
                new Soak());
    }
}
