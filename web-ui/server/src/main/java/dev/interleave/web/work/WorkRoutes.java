package dev.interleave.web.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.cell.Store;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Exercise;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.exercise.ExerciseStore;
import dev.interleave.web.language.Languages;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.ExerciseKey;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.OwnCell;
import dev.interleave.web.progress.QuizAnswers;
import dev.interleave.web.progress.Run;
import dev.interleave.web.work.LessonWork.Answered;
import dev.interleave.web.work.LessonWork.Cell;
import dev.interleave.web.work.LessonWork.Task;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a learner has made of a lesson, or of all of them, on a page to be printed and kept.
 *
 * <p>Threading: any thread may call anything.
 */
public final class WorkRoutes {

    private final Learners learners;
    private final CourseLibrary library;
    private final Store store;
    private final ExerciseStore exercises;
    private final QuizAnswers quizzes;
    private final Notes notes;
    private final Pages pages;
    private final ToldLines told = new ToldLines();
    private final JsonMapper json = new JsonMapper();

    public WorkRoutes(
            Learners learners,
            CourseLibrary library,
            Store store,
            ExerciseStore exercises,
            QuizAnswers quizzes,
            Notes notes,
            Pages pages) {
        this.learners = learners;
        this.library = library;
        this.store = store;
        this.exercises = exercises;
        this.quizzes = quizzes;
        this.notes = notes;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/work", this::all);
        routes.get("/lessons/{id}/work", this::one);
    }

    private void all(Context ctx) {
        var learner = learners.learner(ctx);
        var works =
                library.in(Languages.of(ctx).tag()).lessons().stream()
                        .map(lesson -> work(learner, lesson))
                        .filter(LessonWork::begun)
                        .toList();
        pages.show(ctx, site -> new WorkPage(site, site.t("Your work"), true, works));
    }

    private void one(Context ctx) {
        var lesson = library.in(Languages.of(ctx).tag()).lesson(ctx.pathParam("id"));
        var work = work(learners.learner(ctx), lesson);
        pages.show(
                ctx,
                site ->
                        new WorkPage(
                                site,
                                site.t("Your work: {0}", lesson.title()),
                                false,
                                List.of(work)));
    }

    private LessonWork work(String learner, Lesson lesson) {
        var answers = quizzes.of(learner, lesson.id());
        List<Answered> answered =
                lesson.quizzes().stream()
                        .filter(quiz -> answers.containsKey(quiz.id()))
                        .map(quiz -> QuizTexts.of(lesson, quiz.id(), answers.get(quiz.id())))
                        .toList();
        var tasks = new ArrayList<Task>();
        for (var exercise : lesson.exercises()) {
            task(learner, exercise, tasks);
        }
        return new LessonWork(
                lesson.id(),
                lesson.title(),
                cells(learner, lesson),
                answered,
                tasks,
                notes.in(learner, lesson.id()));
    }

    /** Those of the author, each with those below it that the learner added. */
    private List<Cell> cells(String learner, Lesson lesson) {
        var drafts = store.drafts().of(learner, lesson.id());
        var runs = store.runs().latest(learner, lesson.id());
        var own = store.own().of(learner, lesson.id());
        var cells = new ArrayList<Cell>();
        for (var cell : lesson.cells()) {
            var draft = drafts.getOrDefault(cell.id(), Draft.NONE).text();
            var text = draft == null ? cell.source() : draft;
            cells.add(cell(cell.label(), false, draft != null, text, runs.get(cell.id())));
            for (OwnCell each : own) {
                if (each.after().equals(cell.id())) {
                    var typed = drafts.getOrDefault(each.id(), Draft.NONE).text();
                    var words = typed == null ? "" : typed;
                    cells.add(cell("", true, true, words, runs.get(each.id())));
                }
            }
        }
        return cells;
    }

    private Cell cell(String label, boolean own, boolean changed, String text, Run run) {
        var output = run == null ? List.<LessonWork.Line>of() : told.of(run.events());
        return new Cell(label, own, changed, text, run, output);
    }

    private void task(String learner, Exercise exercise, List<Task> tasks) {
        var key = new ExerciseKey(learner, exercise.id());
        var drafts = exercises.drafts().of(learner, key.draftsOf());
        var attempts = exercises.reports().of(key, exercises.attempts().of(key));
        if (drafts.isEmpty() && attempts.isEmpty()) {
            return;
        }
        var report =
                attempts.reversed().stream()
                        .map(Attempt::report)
                        .filter(each -> each != null)
                        .findFirst()
                        .map(this::grade)
                        .orElse(null);
        tasks.add(new Task(exercise.title(), files(exercise, drafts), attempts.size(), report));
    }

    private static Map<String, String> files(Exercise exercise, Map<String, Draft> drafts) {
        var files = new LinkedHashMap<String, String>();
        for (var file : exercise.files()) {
            var typed = drafts.getOrDefault(file.name(), Draft.NONE).text();
            files.put(file.name(), typed == null ? file.text() : typed);
        }
        return files;
    }

    private Grade grade(String report) {
        try {
            return json.readValue(report, Grade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reports are grades", e);
        }
    }
}
