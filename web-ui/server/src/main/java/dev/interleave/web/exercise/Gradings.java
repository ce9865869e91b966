package dev.interleave.web.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.Grader.Tests;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.GradeAnswer;
import dev.interleave.web.cell.Workbooks;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Attempts;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.ExerciseKey;
import dev.interleave.web.report.ShownReports;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has attempts graded, one of each learner's exercise at a time, and tells the learner's tabs how
 * far it is. What is graded is in the database before anything is done with it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Gradings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gradings.class);
    private static final String BUSY = "Too many gradings wait on this server. Try again later.";
    private static final String BROKEN = "Something went wrong in the server; its log says what.";

    private final Grader grader;
    private final Attempts attempts;
    private final ShownReports reports;
    private final Workbooks workbooks;
    private final GradingQueue queue;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final Set<ExerciseKey> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Gradings(Grader grader, ExerciseStore store, Workbooks workbooks) {
        this.grader = grader;
        this.attempts = store.attempts();
        this.reports = store.reports();
        this.workbooks = workbooks;
        this.queue = new GradingQueue(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** Stores and queues an attempt; empty while another one of this exercise goes on. */
    Optional<Attempt> begin(ExerciseKey exercise, String kind, Map<String, String> files) {
        if (!live.add(exercise)) {
            return Optional.empty();
        }
        try {
            var attempt = attempts.begin(exercise, kind, files);
            if (!queue.add(new Job(exercise, attempt))) {
                fail(exercise, attempt, BUSY);
            }
            return Optional.of(attempt);
        } catch (RuntimeException e) {
            live.remove(exercise);
            throw e;
        }
    }

    /** Tells the tabs of a draft, and gets ready to grade it soon. */
    void drafted(ExerciseKey exercise, String file, Draft draft) {
        var event = new DraftEvent(exercise.exercise(), file, draft.text(), draft.revision());
        workbooks.tell(exercise.learner(), "file", write(event));
        if (prepared.add(exercise.exercise())) {
            Thread.ofVirtual()
                    .name("prepare grading")
                    .start(() -> grader.prepare(exercise.exercise()));
        }
    }

    /** What is not graded yet is said to be interrupted when the server comes back. */
    @Override
    public void close() {
        closed = true;
        queue.close();
    }

    private void grade(ExerciseKey exercise, Attempt attempt) {
        tell(exercise, attempts.running(exercise, attempt.number()), 0);
        var tests = attempt.kind().equals(Attempt.SUBMIT) ? Tests.ALL : Tests.PUBLIC;
        var answer = grader.grade(exercise.exercise(), attempt.files(), tests);
        if (closed) {
            return;
        }
        // Who sees that it is over can begin another one.
        live.remove(exercise);
        tell(
                exercise,
                switch (answer) {
                    case GradeAnswer.Graded(var grade) -> store(exercise, attempt, grade);
                    case GradeAnswer.Impossible(var reason) ->
                            attempts.impossible(exercise, attempt.number(), reason);
                },
                0);
    }

    private Attempt store(ExerciseKey exercise, Attempt attempt, Grade grade) {
        return attempts.done(
                exercise,
                attempt.number(),
                grade.verdict(),
                grade.score(),
                grade.max(),
                write(grade));
    }

    private void fail(ExerciseKey exercise, Attempt attempt, String reason) {
        live.remove(exercise);
        tell(exercise, attempts.impossible(exercise, attempt.number(), reason), 0);
    }

    private void tell(ExerciseKey exercise, Attempt attempt, int ahead) {
        var shown = reports.of(exercise, attempt);
        var event = new Event(exercise.exercise(), AttemptState.of(shown, ahead));
        workbooks.tell(exercise.learner(), "attempt", write(event));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records can be written as JSON", e);
        }
    }

    private record DraftEvent(String exercise, String file, String text, long revision) {}

    /** What the tabs hear of an attempt. */
    private record Event(String exercise, AttemptState attempt) {}

    private final class Job implements GradingQueue.Job {

        private final ExerciseKey exercise;
        private final Attempt attempt;

        Job(ExerciseKey exercise, Attempt attempt) {
            this.exercise = exercise;
            this.attempt = attempt;
        }

        @Override
        public void waits(int ahead) {
            tell(exercise, attempt, ahead);
        }

        @Override
        public void run() {
            try {
                grade(exercise, attempt);
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("Could not grade {}", exercise, e);
                    fail(exercise, attempt, BROKEN);
                }
            }
        }
    }
}
