package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.grade.guard.AllowList;
import java.util.List;
import java.util.Set;

/**
 * An exercise as its author wrote it. {@code exercises/README.md} says what each part is.
 *
 * @param hints from the gentlest to the plainest, in AsciiDoc
 * @param explanation in AsciiDoc, or empty
 */
public record Exercise(
        String id,
        String title,
        int difficulty,
        double points,
        Settings settings,
        String statement,
        List<Task> tasks,
        List<String> hints,
        String explanation,
        List<SourceFile> stub,
        List<Solution> solutions,
        List<WrongSolution> wrong,
        List<SourceFile> tests) {

    /** A section of the statement, to which tests belong. */
    public record Task(String id, String title) {}

    /** A solution that gets full marks. */
    public record Solution(String name, List<SourceFile> files) {}

    /**
     * A solution that must not pass.
     *
     * @param faults of which at least one must be found
     * @param tests of which each must fail
     */
    public record WrongSolution(
            String name, List<SourceFile> files, Set<Fault> faults, Set<String> tests) {}

    /**
     * How its tests are run.
     *
     * @param quietMillis how long nothing may move before a test counts as stuck
     * @param cpuMillis processor time that one test may use
     * @param heapMegabytes heap of the JVM
     * @param parallelism carriers of virtual threads; 0 leaves it to the JDK
     * @param runDisabled whether {@code @Disabled} in tests is ignored
     * @param hiddenMessages whether the messages of hidden tests are shown
     */
    public record Settings(
            int quietMillis,
            int cpuMillis,
            int heapMegabytes,
            int parallelism,
            boolean runDisabled,
            boolean hiddenMessages,
            AllowList allowed) {

        static final Settings DEFAULT =
                new Settings(2000, 10_000, 128, 0, false, false, AllowList.standard());
    }
}
