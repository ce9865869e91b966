package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/** The one order that a grading JVM gets, before it loads any class of a submission. */
public sealed interface ToGrader {

    /** Lists the tests that are in these classes. */
    record Discover(List<CompiledClass> classes, List<String> testClasses) implements ToGrader {}

    /**
     * Runs tests, each under a number of the judge's choice.
     *
     * @param key for the seals of the records
     * @param classes of the submission and of the tests
     * @param submissionClasses which of them are the submission's
     * @param tests in the order in which to run them
     */
    record Run(
            byte[] key,
            List<CompiledClass> classes,
            List<String> submissionClasses,
            Settings settings,
            List<Planned> tests)
            implements ToGrader {}

    /**
     * How tests are run.
     *
     * @param quietMillis how long nothing may move before a test counts as stuck
     * @param cpuMillis processor time that one test may use
     * @param runDisabled whether {@code @Disabled} is ignored
     * @param seed of the searches for schedules
     */
    record Settings(int quietMillis, int cpuMillis, boolean runDisabled, long seed) {}

    /** A test to run; the number says nothing about it. */
    record Planned(int number, String uniqueId) {}

    default void write(WireWriter out) {
        switch (this) {
            case Discover m ->
                    out.begin(1)
                            .list(m.classes, CompiledClass::write)
                            .list(m.testClasses, WireWriter::text);
            case Run m -> {
                out.begin(2).bytes(m.key);
                out.list(m.classes, CompiledClass::write);
                out.list(m.submissionClasses, WireWriter::text);
                out.i32(m.settings.quietMillis).i32(m.settings.cpuMillis);
                out.bool(m.settings.runDisabled).i64(m.settings.seed);
                out.list(m.tests, (to, test) -> to.i32(test.number).text(test.uniqueId));
            }
        }
    }

    /** Reads the frame whose tag was just returned. */
    static ToGrader read(int tag, WireReader in) throws WireException {
        return switch (tag) {
            case 1 -> in.end(new Discover(in.list(CompiledClass::read), in.list(WireReader::text)));
            case 2 ->
                    in.end(
                            new Run(
                                    in.bytes(),
                                    in.list(CompiledClass::read),
                                    in.list(WireReader::text),
                                    new Settings(in.i32(), in.i32(), in.bool(), in.i64()),
                                    in.list(from -> new Planned(from.i32(), from.text()))));
            default -> throw new WireException("no order " + tag + " to a grader");
        };
    }
}
