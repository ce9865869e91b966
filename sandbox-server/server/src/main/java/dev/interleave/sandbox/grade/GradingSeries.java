package dev.interleave.sandbox.grade;

import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;

/**
 * A submission that was compiled once and is graded many times, each time in fresh jails, to see
 * whether it always comes to the same.
 *
 * <p>Threading: any thread may call anything, as long as the judge is open.
 */
public final class GradingSeries {

    private final Jails jails;
    private final Prepared ready;
    private final Admission admission;

    GradingSeries(Jails jails, Prepared ready, Admission admission) {
        this.jails = jails;
        this.ready = ready;
        this.admission = admission;
    }

    /**
     * Grades once more, with every test.
     *
     * @param seed of the searches for schedules; {@link Judge#USUAL_SEED} grades as everybody is
     *     graded
     * @throws IOException if a jail could not be started; the submission is not to blame
     */
    public GradeReport grade(long seed) throws IOException {
        Report report = new Report(ready, ready.tests(), System.nanoTime());
        return admission.grade(jails, ready, report, seed);
    }
}
