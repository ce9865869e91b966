package dev.interleave.web.handin;

import dev.interleave.web.account.Forms;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises.Listed;
import dev.interleave.web.grading.GradingWorkers;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Drafts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where learners hand in.
 *
 * <p>Threading: any thread may call anything.
 */
public final class HandInRoutes {

    private static final int LONGEST_FILE = 65_536;

    private final ClassService classes;
    private final HandIns handIns;
    private final AttemptViews views;
    private final ManualGrades manual;
    private final Rubrics rubrics;
    private final ClassHints hints;
    private final GradingWorkers<HandIn> workers;
    private final SavedFiles savedFiles;
    private final Clock clock;
    private final Pages pages;

    public HandInRoutes(
            ClassService classes,
            HandIns handIns,
            AttemptViews views,
            ManualGrades manual,
            Rubrics rubrics,
            ClassHints hints,
            GradingWorkers<HandIn> workers,
            Drafts drafts,
            Clock clock,
            Pages pages) {
        this.classes = classes;
        this.handIns = handIns;
        this.views = views;
        this.manual = manual;
        this.rubrics = rubrics;
        this.hints = hints;
        this.workers = workers;
        this.savedFiles = new SavedFiles(drafts);
        this.clock = clock;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/classes/{class}/exercises/{exercise}", ctx -> show(ctx, null, null));
        routes.post("/classes/{class}/exercises/{exercise}", this::handIn);
    }

    private void handIn(Context ctx) {
        var key = key(ctx);
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var assignment = assignment(classroom, key);
        var whyNot = whyNot(classroom, assignment);
        var files = files(ctx, exercise(key));
        if (whyNot == null && files.values().stream().anyMatch(HandInRoutes::tooLong)) {
            whyNot = "A file may have %d characters at most.".formatted(LONGEST_FILE);
        }
        if (whyNot == null && handIns.add(key, files, assignment.attempts()).isEmpty()) {
            whyNot =
                    "You have handed this in %d times, as often as you may."
                            .formatted(assignment.attempts());
        }
        if (whyNot != null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, whyNot + " Nothing was handed in.", files);
            return;
        }
        workers.wake();
        Forms.goTo(ctx, ctx.path());
    }

    private static boolean tooLong(String text) {
        return text.length() > LONGEST_FILE;
    }

    /** Browsers send line ends as pages of old did; sources have those of today. */
    private static Map<String, String> files(Context ctx, Listed exercise) {
        var files = new LinkedHashMap<String, String>();
        exercise.exercise()
                .files()
                .forEach(
                        file ->
                                files.put(
                                        file.name(),
                                        Forms.field(ctx, "file " + file.name())
                                                .replace("\r\n", "\n")));
        return files;
    }

    private String whyNot(Classroom classroom, Assignment assignment) {
        if (classroom.archived()) {
            return "This class is archived.";
        }
        return assignment.open(clock.instant()) ? null : "The due date is over.";
    }

    /**
     * @param typed what was sent and refused, or null
     */
    private void show(Context ctx, String problem, Map<String, String> typed) {
        var key = key(ctx);
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var assignment = assignment(classroom, key);
        var exercise = exercise(key);
        var whyNot = problem != null ? problem : whyNot(classroom, assignment);
        var withheld = assignment.resultsHeld() && !classroom.staff();
        var attempts =
                classroom.staff() ? views.of(key, assignment) : views.forLearner(key, assignment);
        var inLesson =
                typed == null
                        && savedFiles.changedSince(
                                last(attempts), key.learner(), exercise.exercise());
        var files =
                typed != null
                        ? typed
                        : inLesson || attempts.isEmpty()
                                ? savedFiles.of(key.learner(), exercise.exercise())
                                : attempts.getFirst().handIn().files();
        var byHand = withheld ? null : manual.of(key).orElse(null);
        var rubric = byHand == null ? Rubric.NONE : rubrics.of(key);
        var told = hints.of(key);
        pages.show(
                ctx,
                site ->
                        new HandInPage(
                                site,
                                classroom,
                                assignment,
                                exercise,
                                files,
                                inLesson || attempts.isEmpty(),
                                attempts,
                                byHand,
                                rubric,
                                told,
                                whyNot));
    }

    private static Instant last(List<HandInPage.Attempt> attempts) {
        return attempts.isEmpty() ? Instant.EPOCH : attempts.getFirst().handIn().handedInAt();
    }

    private Listed exercise(HandInKey key) {
        return classes.exercises()
                .find(key.exercise())
                .orElseThrow(() -> new NotFoundResponse("The course has this exercise no more."));
    }

    /** Before its release there is none for learners. */
    private Assignment assignment(Classroom classroom, HandInKey key) {
        return classes.assignments()
                .of(classroom.id(), key.learner(), key.exercise())
                .filter(found -> classroom.staff() || found.released(clock.instant()))
                .orElseThrow(() -> new NotFoundResponse("The class has no such exercise."));
    }

    private static HandInKey key(Context ctx) {
        return new HandInKey(
                ctx.pathParam("class"), ctx.pathParam("exercise"), SignedIn.account(ctx).id());
    }
}
