package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.Isolation.Layer;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.sandbox.result.GradeAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades on this computer. It opens its jails when the first grading needs them.
 *
 * <p>Threading: any thread may call anything.
 */
public final class LocalGrader implements Grader {

    private static final Logger LOG = LoggerFactory.getLogger(LocalGrader.class);
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Path exercises;
    private final JailSettings settings;
    private final JudgeSettings limits;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Jails jails;
    private volatile boolean closed;
    private Judge judge;

    /**
     * @param exercises folder with a folder for each exercise
     * @param settings of the jails; without jails nothing is graded
     */
    public LocalGrader(Path exercises, JailSettings settings, JudgeSettings limits) {
        this.exercises = exercises;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public GradeAnswer grade(String exercise, Map<String, String> files, Tests tests) {
        try {
            var found = read(exercise);
            var ready = judge();
            if (tests == Tests.PUBLIC
                    && ready.tests(found).stream().allMatch(ExerciseTest::hidden)) {
                return new GradeAnswer.Impossible(
                        "This exercise has no public tests. Submit what you have.");
            }
            var report =
                    ready.grade(
                            found, submission(files), test -> tests == Tests.ALL || !test.hidden());
            return new GradeAnswer.Graded(grade(report, TestsVersion.of(found)));
        } catch (NotGradedException e) {
            return new GradeAnswer.Impossible(e.getMessage());
        } catch (ExerciseException e) {
            LOG.error("The exercise {} is not in order", exercise, e);
            return new GradeAnswer.Impossible(
                    "This exercise is not in order, so nothing was graded. Its author has to put"
                            + " it right.");
        } catch (IOException e) {
            LOG.error("Could not grade {}", exercise, e);
            return new GradeAnswer.Impossible("Nothing was graded: " + e.getMessage());
        }
    }

    @Override
    public Optional<String> testsVersion(String exercise) {
        try {
            return Optional.of(TestsVersion.of(read(exercise)));
        } catch (NotGradedException | ExerciseException | IOException e) {
            LOG.debug("The first grading will say it", e);
            return Optional.empty();
        }
    }

    @Override
    public void prepare(String exercise) {
        try {
            judge().tests(read(exercise));
        } catch (NotGradedException | ExerciseException | IOException e) {
            LOG.debug("The first grading will say it", e);
        }
    }

    /** Does not wait for a judge who is still getting ready: without jails that ends soon. */
    @Override
    public void close() {
        closed = true;
        var opened = jails;
        if (opened != null) {
            opened.close();
        }
        lock.lock();
        try {
            if (judge != null) {
                judge.close();
            }
            if (jails != opened) {
                jails.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private Judge judge() throws IOException, NotGradedException {
        lock.lock();
        try {
            if (closed) {
                throw new NotGradedException("The server is ending, so nothing was graded.");
            }
            if (judge == null) {
                judge = Judge.open(jailed(), limits);
                Thread.ofVirtual().name("grading-rehearsal").start(this::rehearse);
            }
            return judge;
        } finally {
            lock.unlock();
        }
    }

    private void rehearse() {
        try {
            Judge.rehearse(jails);
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.warn("JVMs could not rehearse, so they start as slowly as before", e);
            }
        }
    }

    private Jails jailed() throws IOException, NotGradedException {
        if (jails == null) {
            jails = Jails.open(settings);
        }
        var isolation = jails.isolation();
        if (!isolation.jailed()) {
            throw new NotGradedException(
                    "Nothing is graded, because this computer cannot jail submissions. "
                            + isolation.layers().stream()
                                    .filter(layer -> !layer.present())
                                    .map(Layer::detail)
                                    .collect(Collectors.joining(" ")));
        }
        return jails;
    }

    private Exercise read(String id) throws IOException, ExerciseException, NotGradedException {
        var folder = exercises.resolve(id);
        if (!id.matches(ID) || !Files.isDirectory(folder)) {
            throw new NotGradedException("This server has no tests for \"%s\".".formatted(id));
        }
        return ExerciseReader.read(folder);
    }

    private static Submission submission(Map<String, String> files) {
        return new Submission(
                "submission",
                files.entrySet().stream()
                        .map(file -> new SourceFile(file.getKey(), file.getValue()))
                        .toList());
    }

    private static Grade grade(GradeReport report, String testsVersion) {
        return new Grade(
                report.verdict().code(),
                report.score(),
                report.max(),
                report.message(),
                report.tests().stream().map(LocalGrader::grade).toList(),
                report.millis(),
                testsVersion);
    }

    private static TestGrade grade(TestResult result) {
        return new TestGrade(
                result.test().sentence(),
                result.test().task(),
                result.test().hidden(),
                result.passed(),
                result.points(),
                result.max(),
                result.fault() == null ? null : result.fault().code(),
                result.message(),
                result.place() == null ? List.of() : result.place().lines().toList(),
                result.seed(),
                result.replay(),
                result.steps());
    }

    /** Why nothing is graded, in a sentence. */
    private static final class NotGradedException extends Exception {

        private static final long serialVersionUID = 1;

        NotGradedException(String reason) {
            super(reason);
        }
    }
}
