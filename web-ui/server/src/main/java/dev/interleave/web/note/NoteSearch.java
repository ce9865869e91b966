package dev.interleave.web.note;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.Notes;
import dev.interleave.web.progress.Notes.Note;
import dev.interleave.web.search.Search;
import dev.interleave.web.search.Search.Found;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int BEFORE = 20;
    private static final int AFTER = 60;

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
                library.course().written().stream()
                        .collect(Collectors.toMap(Course.Entry::id, Course.Entry::title));
        return notes.find(learners.learner(ctx), words, MOST_RESULTS).stream()
                .filter(note -> titles.containsKey(note.lesson()))
                .map(note -> found(note, titles.get(note.lesson()), words.getFirst()))
                .toList();
    }

    private static Found found(Note note, String title, String word) {
        return new Found(
                note.lesson(),
                title,
                "Your note",
                "note-" + note.paragraph(),
                false,
                parts(note.text(), word));
    }

    private static List<Search.Part> parts(String text, String word) {
        int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT)));
        int from = Math.max(0, at - BEFORE);
        int hit = Math.min(text.length(), at + word.length());
        int to = Math.min(text.length(), hit + AFTER);
        var parts = new ArrayList<Search.Part>();
        parts.add(new Search.Part((from > 0 ? "…" : "") + text.substring(from, at), false));
        parts.add(new Search.Part(text.substring(at, hit), true));
        parts.add(
                new Search.Part(text.substring(hit, to) + (to < text.length() ? "…" : ""), false));
        return parts;
    }
}
