package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a gradebook as a file of Excel: a sheet with the lines of the CSV, and one that says of
 * each exercise what it is and when it is due. Texts are cells of text, which no program takes for
 * formulas, also after somebody has edited them.
 *
 * <p>Threading: any thread may call anything.
 */
record Spreadsheet(Classroom classroom, CourseExercises exercises) {

    private static final String POINTS = "0.00";
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final String TEXT = "@";

    /** The whole file; the same grades give the same bytes. */
    byte[] of(List<Assignment> columns, List<Row> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Interleave", null)) {
            grades(workbook.newWorksheet("Grades"), columns, rows);
            exercises(workbook.newWorksheet("Exercises"), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return UndatedZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void grades(Worksheet sheet, List<Assignment> columns, List<Row> rows) {
        var column = head(sheet, "name", "login", "section");
        for (var each : columns) {
            head(sheet, column++, each.exercise());
        }
        head(sheet, column, "total");
        sheet.freezePane(1, 1);
        sheet.width(0, 30);
        var line = 1;
        for (var row : rows) {
            text(sheet, line, 0, row.learner().name());
            text(sheet, line, 1, row.learner().login());
            text(sheet, line, 2, row.learner().section());
            var place = 3;
            for (var cell : row.cells()) {
                points(sheet, line, place++, cell.points());
            }
            points(sheet, line++, place, row.total());
        }
    }

    private void exercises(Worksheet sheet, List<Assignment> columns) {
        head(sheet, "exercise", "title", "due (" + classroom.zone().getId() + ")");
        sheet.freezePane(0, 1);
        sheet.width(0, 30);
        sheet.width(1, 40);
        sheet.width(2, 24);
        var line = 1;
        for (var each : columns) {
            text(sheet, line, 0, each.exercise());
            text(sheet, line, 1, exercises.title(each.exercise()));
            if (each.dueAt() != null) {
                sheet.value(line, 2, LocalDateTime.ofInstant(each.dueAt(), classroom.zone()));
                sheet.style(line, 2).format(TIME).set();
            }
            line++;
        }
    }

    private static int head(Worksheet sheet, String... names) {
        for (var i = 0; i < names.length; i++) {
            head(sheet, i, names[i]);
        }
        return names.length;
    }

    private static void head(Worksheet sheet, int column, String name) {
        sheet.value(0, column, name);
        sheet.style(0, column).format(TEXT).bold().set();
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, text);
        sheet.style(line, column).format(TEXT).set();
    }

    private static void points(Worksheet sheet, int line, int column, Double points) {
        if (points != null) {
            sheet.value(line, column, Math.round(points * 100) / 100.0);
            sheet.style(line, column).format(POINTS).set();
        }
    }
}
