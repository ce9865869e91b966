package dev.interleave.web.gradebook;

import dev.interleave.csv.CsvLines;
import dev.interleave.web.account.Forms;
import dev.interleave.web.classroom.ClassRoutes;
import dev.interleave.web.classroom.ClassService;
import dev.interleave.web.handin.GradeHistory;
import dev.interleave.web.handin.HandIns;
import dev.interleave.web.handin.ManualGrades;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The gradebook of a class, for those who teach it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class GradebookRoutes {

    private static final String GRADES = "/classes/{class}/grades";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ClassService classes;
    private final Gradebook gradebook;
    private final GradeHistory history;
    private final Pages pages;

    public GradebookRoutes(
            Database database,
            ClassService classes,
            HandIns handIns,
            ManualGrades manual,
            GradeHistory history,
            Pages pages) {
        this.classes = classes;
        this.gradebook =
                new Gradebook(
                        classes.classes(),
                        classes.assignments(),
                        handIns,
                        manual,
                        new Totals(database));
        this.history = history;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(GRADES, this::show);
        routes.get(GRADES + ".csv", this::export);
        routes.get(GRADES + ".xlsx", this::exportForExcel);
        routes.get(GRADES + "-history.csv", this::exportHistory);
    }

    private void show(Context ctx) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var view =
                new View(
                        Objects.requireNonNullElse(ctx.queryParam("filter"), ""),
                        sort(ctx),
                        Forms.page(ctx));
        var part = gradebook.part(classroom.id(), view);
        var columns = gradebook.assignments(classroom.id());
        pages.show(
                ctx,
                site ->
                        new GradebookPage(
                                site,
                                classroom,
                                columns,
                                classes.exercises(),
                                part.rows(),
                                part.found(),
                                view));
    }

    private static String sort(Context ctx) {
        var sort = Objects.requireNonNullElse(ctx.queryParam("sort"), "name");
        return List.of("section", "total").contains(sort) ? sort : "name";
    }

    private void export(Context ctx) {
        var classId = ctx.pathParam("class");
        var out = new StringWriter();
        var csv = new CsvLines(out, separator(ctx));
        var head = new ArrayList<>(List.of("name", "login", "section"));
        gradebook.assignments(classId).forEach(each -> head.add(each.exercise()));
        head.add("total");
        csv.line(head);
        gradebook.rows(classId).forEach(row -> csv.line(line(row)));
        csv(ctx, "grades.csv", out);
    }

    private void exportHistory(Context ctx) {
        var classId = ctx.pathParam("class");
        var out = new StringWriter();
        var csv = new CsvLines(out, separator(ctx));
        csv.line(HistoryLine.HEAD);
        var entries =
                history.of(classId).stream()
                        .collect(Collectors.groupingBy(each -> each.key().learner()));
        for (var member : classes.classes().members(classId)) {
            entries.getOrDefault(member.account(), List.of())
                    .forEach(entry -> csv.line(HistoryLine.of(member, entry)));
        }
        csv(ctx, "grades-history.csv", out);
    }

    private static char separator(Context ctx) {
        return ";".equals(ctx.queryParam("separator")) ? ';' : ',';
    }

    private static void csv(Context ctx, String name, StringWriter text) {
        ctx.contentType("text/csv; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        ctx.result(text.toString());
    }

    private void exportForExcel(Context ctx) {
        var classroom = ClassRoutes.classroom(classes.classes(), ctx);
        var columns = gradebook.assignments(classroom.id());
        var rows = gradebook.rows(classroom.id());
        ctx.contentType(XLSX);
        ctx.header("Content-Disposition", "attachment; filename=\"grades.xlsx\"");
        ctx.result(new Spreadsheet(classroom, classes.exercises()).of(columns, rows));
    }

    private static List<String> line(Row row) {
        var learner = row.learner();
        var line = new ArrayList<>(List.of(learner.name(), learner.login(), learner.section()));
        row.cells()
                .forEach(
                        cell ->
                                line.add(
                                        cell.points() == null
                                                ? ""
                                                : CsvLines.number(cell.points())));
        line.add(CsvLines.number(row.total()));
        return line;
    }
}
