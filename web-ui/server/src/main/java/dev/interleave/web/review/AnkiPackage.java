package dev.interleave.web.review;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.course.Card;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.LocalCourse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All cards of the course as a package that Anki imports: a zip with an SQLite database of Anki's
 * schema 11, which every Anki since 2.1 reads. A card has the same identity in each export, so that
 * importing a newer one renews its words and keeps its schedule.
 */
final class AnkiPackage {

    private static final String FOLDER = "/anki/";
    private static final long DECK = 1_763_800_001_000L;
    private static final long NOTE_TYPE = 1_763_800_002_000L;
    private static final String BETWEEN_FIELDS = "\u001f";

    private final Instant made;

    AnkiPackage(Instant made) {
        this.made = made;
    }

    byte[] of(LocalCourse course) {
        try {
            var file = Files.createTempFile("interleave", ".anki2");
            try {
                Jdbi.create("jdbc:sqlite:" + file).useTransaction(db -> fill(db, course));
                return zip(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Handle db, LocalCourse course) {
        db.createScript(text("schema.sql")).execute();
        collection(db);
        // Ids are unique in the package; cards are told from each other by their guid.
        var id = made.toEpochMilli();
        for (var lesson : course.lessons()) {
            for (var card : lesson.cards()) {
                note(db, id++, lesson, card);
            }
        }
    }

    private void collection(Handle db) {
        var now = made.toEpochMilli();
        db.execute(
                "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
                made.getEpochSecond(),
                now,
                now,
                json("conf.json"),
                json("models.json"),
                json("decks.json"),
                json("options.json"));
    }

    private void note(Handle db, long id, Lesson lesson, Card card) {
        db.execute(
                "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')",
                id,
                "interleave-" + lesson.id() + "-" + card.id(),
                NOTE_TYPE,
                made.getEpochSecond(),
                " interleave " + lesson.id() + " ",
                String.join(BETWEEN_FIELDS, card.question(), card.answer(), lesson.title()),
                card.question());
        db.execute(
                "INSERT INTO cards VALUES"
                        + " (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                id,
                id,
                DECK,
                made.getEpochSecond(),
                id - made.toEpochMilli() + 1);
    }

    private static byte[] zip(Path database) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("collection.anki2"));
            Files.copy(database, zip);
            zip.putNextEntry(new ZipEntry("media"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A JSON object of the folder, without the blanks that make it readable. */
    private static String json(String name) {
        try {
            return new JsonMapper().readTree(text(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (var in = AnkiPackage.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("DECK_ID", String.valueOf(DECK))
                    .replace("NOTE_TYPE_ID", String.valueOf(NOTE_TYPE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
