package dev.interleave.sandbox.grade;

import dev.interleave.explore.Settings;
import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.CompileProblem;
import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Grades submissions. Nothing of a submission is compiled or run in this process, and nothing that
 * a JVM with a submission in it says is believed without need: the judge asks for each test, counts
 * the answers, and adds up the points itself.
 *
 * <pre>
 *  submission ─► size ─► compiling jail ─► byte code against the allow-list ─► grading jail ─► points
 *                           (shared)            (here, only read)               (its own)     (here)
 * </pre>
 *
 * <p>Threading: any thread may call anything; each grading is done by the thread that asks for it.
 */
public final class Judge implements AutoCloseable {

    /** Of the searches for schedules, so that everybody's grading is the same. */
    public static final long USUAL_SEED = Settings.DEFAULT.seed();

    private static final int MOST_CHARS = 256 << 10;

    private final Jails jails;
    private final CompileJails compilers;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    /**
     * A judge who uses these jails and leaves them open.
     *
     * @throws IOException if the canaries show that grading does not work here
     */
    public static Judge open(Jails jails, JudgeSettings settings) throws IOException {
        Judge judge = new Judge(jails, settings);
        try {
            new Canaries(judge).check();
            return judge;
        } catch (IOException | RuntimeException e) {
            judge.close();
            throw e;
        }
    }

    /**
     * Lets the JVMs of gradings rehearse so that later ones start faster. Takes seconds once for
     * each build and JDK; gradings go on meanwhile, and everything works without.
     *
     * @throws IOException if it failed, which changes nothing
     */
    public static void rehearse(Jails jails) throws IOException {
        new GradingRehearsal(jails).run();
    }

    private Judge(Jails jails, JudgeSettings settings) {
        this.jails = jails;
        this.compilers = new CompileJails(jails, settings.compileCpu());
    }

    /**
     * The tests of an exercise in their order.
     *
     * @throws ExerciseException if its tests do not compile, or are not bound to its tasks
     */
    public List<ExerciseTest> tests(Exercise exercise) throws IOException, ExerciseException {
        return prepare(exercise).tests();
    }

    private Prepared prepare(Exercise exercise) throws IOException, ExerciseException {
        Prepared known = prepared.get(exercise.id());
        if (known == null || !known.exercise().equals(exercise)) {
            known = new Preparation(jails, compilers).prepare(exercise);
            prepared.put(exercise.id(), known);
        }
        return known;
    }

    /** Grades with every test. */
    public GradeReport grade(Exercise exercise, Submission submission)
            throws IOException, ExerciseException {
        return grade(exercise, submission, _ -> true);
    }

    /**
     * Grades with some of the tests; the report's points are of these only.
     *
     * @throws IOException if a jail could not be started; the submission is not to blame
     * @throws ExerciseException if the exercise is not in order
     */
    public GradeReport grade(
            Exercise exercise, Submission submission, Predicate<ExerciseTest> chosen)
            throws IOException, ExerciseException {
        long start = System.nanoTime();
        Prepared ready = prepare(exercise);
        Report report = new Report(ready, ready.tests().stream().filter(chosen).toList(), start);
        return admit(ready, submission).grade(jails, ready, report, USUAL_SEED);
    }

    /**
     * Compiles a submission that is to be graded with every test again and again.
     *
     * @throws IOException if a jail could not be started; the submission is not to blame
     * @throws ExerciseException if the exercise is not in order
     */
    public GradingSeries series(Exercise exercise, Submission submission)
            throws IOException, ExerciseException {
        Prepared ready = prepare(exercise);
        return new GradingSeries(jails, ready, admit(ready, submission));
    }

    private Admission admit(Prepared ready, Submission submission) throws IOException {
        if (isEmpty(submission)) {
            return new Admission.Ungradable("There is no code in it.");
        }
        if (length(submission) > MOST_CHARS) {
            return new Admission.Ungradable("It is longer than " + MOST_CHARS + " characters.");
        }
        var tests = ready.exercise().tests();
        var order = new CompileOrder(submission.files(), tests, ready.throwsClauses());
        return switch (compilers.compile(order)) {
            case CompileJail.Outcome.Excessive(Fault fault, String message) ->
                    new Admission.Rejected(fault, message);
            case CompileJail.Outcome.Done(Compiled compiled) -> admit(ready, compiled);
        };
    }

    private static Admission admit(Prepared ready, Compiled compiled) {
        if (!compiled.problems().isEmpty()) {
            return new Admission.Ungradable(text("It does not compile.", compiled.problems()));
        }
        List<String> violations = new SubmissionCheck(ready).violations(compiled);
        if (!violations.isEmpty()) {
            return new Admission.Rejected(Fault.FORBIDDEN, String.join("\n", violations));
        }
        if (!compiled.testProblems().isEmpty()) {
            return new Admission.Ungradable(
                    text("The tests do not fit to it.", withoutSources(compiled.testProblems())));
        }
        List<String> strangers = new SubmissionCheck(ready).strangers(compiled);
        if (!strangers.isEmpty()) {
            return new Admission.Ungradable(
                    "The exercise's tests would use types of yours that the exercise does not"
                            + " have; keep its signatures: "
                            + String.join(", ", strangers));
        }
        return new Admission.Fit(compiled);
    }

    private static String text(String headline, List<CompileProblem> problems) {
        StringBuilder text = new StringBuilder(headline);
        for (CompileProblem problem : problems) {
            text.append('\n').append(problem.file());
            if (problem.line() > 0) {
                text.append(':').append(problem.line());
            }
            text.append(": ").append(problem.message());
        }
        return text.toString();
    }

    /** Where in the tests something does not fit is not for learners to read. */
    private static List<CompileProblem> withoutSources(List<CompileProblem> problems) {
        return problems.stream()
                .map(p -> new CompileProblem("tests", 0, p.message()))
                .distinct()
                .toList();
    }

    private static boolean isEmpty(Submission submission) {
        return submission.files().stream().allMatch(file -> SourceText.isEmpty(file.text()));
    }

    private static long length(Submission submission) {
        return submission.files().stream().map(SourceFile::text).mapToLong(String::length).sum();
    }

    @Override
    public void close() {
        compilers.close();
    }
}
