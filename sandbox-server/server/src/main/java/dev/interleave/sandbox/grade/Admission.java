package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.Compiled;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;

/** What became of a submission before any of it is run. */
sealed interface Admission {

    /** It can be tested. */
    record Fit(Compiled compiled) implements Admission {}

    /** Nobody can say how good it is, which costs no attempt. */
    record Ungradable(String message) implements Admission {}

    /** It tries what is not allowed. */
    record Rejected(Fault fault, String message) implements Admission {}

    /**
     * Runs the tests if it is fit.
     *
     * @param seed of the searches for schedules
     * @throws IOException if a jail could not be started; the submission is not to blame
     */
    default GradeReport grade(Jails jails, Prepared ready, Report report, long seed)
            throws IOException {
        return switch (this) {
            case Fit(Compiled compiled) ->
                    new TestedSubmission(jails, ready, compiled, report, seed).run();
            case Ungradable(String message) -> report.ungradable(message);
            case Rejected(Fault fault, String message) -> report.rejected(fault, message);
        };
    }
}
