package dev.interleave.web.course;

import dev.interleave.sandbox.Profile;
import java.util.List;
import java.util.Optional;

/**
 * One lesson, ready to be shown.
 *
 * @param minutes the time that a reader should plan for
 * @param stage id of its stage
 * @param html the text, made from the repository's AsciiDoc when the course was built; each cell is
 *     a {@code <figure class="cell" data-cell="ID">} around its source
 * @param exercises those that stand in the text
 * @param quizzes those that stand in the text
 * @param cards for reviews, in the order of the text
 * @param terms those that it defines
 * @param comparisons those that stand in the text
 * @param passages what a search can find
 * @param hash changes whenever anything of the lesson does
 */
public record Lesson(
        String id,
        String language,
        String title,
        String description,
        int minutes,
        String stage,
        String html,
        List<Section> outline,
        List<LessonCell> cells,
        List<Exercise> exercises,
        List<Quiz> quizzes,
        List<Card> cards,
        List<Term> terms,
        List<Comparison> comparisons,
        List<Passage> passages,
        String hash) {

    public Lesson {
        exercises = exercises == null ? List.of() : List.copyOf(exercises);
        quizzes = quizzes == null ? List.of() : List.copyOf(quizzes);
        cards = cards == null ? List.of() : List.copyOf(cards);
        terms = terms == null ? List.of() : List.copyOf(terms);
        comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        passages = passages == null ? List.of() : List.copyOf(passages);
    }

    /** A heading with its anchor; {@code level} is 1 for a section, 2 for one within it. */
    public record Section(String id, String title, int level) {}

    /**
     * A code cell as the author wrote it; {@code profile} names what its session may use, and is
     * the same for all cells of a lesson.
     *
     * @param translations its source as other languages have it, with other comments
     */
    public record LessonCell(
            String id,
            String label,
            String source,
            int timeoutSeconds,
            String profile,
            List<String> translations) {

        public LessonCell {
            translations = translations == null ? List.of() : List.copyOf(translations);
        }

        /** A cell that is not translated. */
        public LessonCell(
                String id, String label, String source, int timeoutSeconds, String profile) {
            this(id, label, source, timeoutSeconds, profile, List.of());
        }

        /** Whether this is the author's text in one of the languages. */
        public boolean isAuthors(String text) {
            return text.equals(source) || translations.contains(text);
        }

        LessonCell translated(List<String> sources) {
            return new LessonCell(id, label, source, timeoutSeconds, profile, sources);
        }
    }

    /** The profile of the sandbox that its cells run with. */
    public Profile profile() {
        return cells.isEmpty()
                ? Profile.DEFAULT
                : Profile.named(cells.getFirst().profile()).orElseThrow();
    }

    /** With other cells. */
    public Lesson withCells(List<LessonCell> other) {
        return new Lesson(
                id,
                language,
                title,
                description,
                minutes,
                stage,
                html,
                outline,
                other,
                exercises,
                quizzes,
                cards,
                terms,
                comparisons,
                passages,
                hash);
    }

    public Optional<LessonCell> cell(String cell) {
        return cells.stream().filter(candidate -> candidate.id().equals(cell)).findFirst();
    }

    public Optional<Comparison> comparison(String comparison) {
        return comparisons.stream().filter(each -> each.id().equals(comparison)).findFirst();
    }

    public Optional<Exercise> exercise(String exercise) {
        return exercises.stream().filter(each -> each.id().equals(exercise)).findFirst();
    }
}
