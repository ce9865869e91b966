package dev.interleave.web.note;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.language.Language;
import dev.interleave.web.language.Languages;
import dev.interleave.web.language.Texts;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.Notes.Note;
import dev.interleave.web.search.Excerpt;
import dev.interleave.web.search.Search.Found;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Finds what whoever asks has noted.
 *
 * <p>Threading: any thread may call anything.
 */
public final class NoteSearch implements BiFunction<Context, List<String>, List<Found>> {

    private static final int MOST_RESULTS = 5;

    private final Map<Language, Texts> texts = Texts.all();
    private final Learners learners;
    private final CourseLibrary library;
    private final Notes notes;

    public NoteSearch(Learners learners, CourseLibrary library, Notes notes) {
        this.learners = learners;
        this.library = library;
        this.notes = notes;
    }

    /** The places where somebody noted all of these words. */
    @Override
    public List<Found> apply(Context ctx, List<String> words) {
        Map<String, String> titles =
                library.in(Languages.of(ctx).tag()).course().written().stream()
                        .collect(Collectors.toMap(Course.Entry::id, Course.Entry::title));
        return notes.find(learners.learner(ctx), words, MOST_RESULTS).stream()
                .filter(note -> titles.containsKey(note.lesson()))
                .map(note -> found(ctx, note, titles.get(note.lesson()), words.getFirst()))
                .toList();
    }

    private Found found(Context ctx, Note note, String title, String word) {
        return new Found(
                note.lesson(),
                title,
                texts.get(Languages.of(ctx)).t("Your note"),
                "note-" + note.paragraph(),
                false,
                Excerpt.of(note.text(), word));
    }
}
