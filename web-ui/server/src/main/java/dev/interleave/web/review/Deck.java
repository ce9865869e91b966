package dev.interleave.web.review;

import dev.interleave.web.course.Card;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.language.Language;
import dev.interleave.web.progress.CardId;
import dev.interleave.web.progress.CardReviews;
import dev.interleave.web.progress.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The cards of the lessons that a learner has opened, and which of them are due. New cards come in
 * the order of the course, a few each day.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Deck {

    /** So many new cards a day, so that the reviews of later days stay few. */
    static final int NEW_A_DAY = 20;

    private final CourseLibrary library;
    private final Progress progress;
    private final CardReviews reviews;
    private final Clock clock;

    public Deck(CourseLibrary library, Progress progress, CardReviews reviews, Clock clock) {
        this.library = library;
        this.progress = progress;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** A card in its lesson, and its schedule. */
    record Held(Lesson lesson, Card card, Schedule schedule) {}

    /**
     * What a learner has to do now.
     *
     * @param cards those that are due, the longest due first, and then new ones
     * @param met how many of all were reviewed at least once
     * @param all how many there are in the lessons that were opened
     * @param next when the next one is due that is not yet; null if there is none
     */
    record Due(List<Held> cards, int met, int all, Instant next) {}

    /** How many cards a learner could review now. */
    public int countDue(String learner) {
        return due(learner, Language.ENGLISH).cards().size();
    }

    /** The cards in a language, where they are translated. */
    Due due(String learner, Language language) {
        var now = clock.instant();
        var held = held(learner, language);
        var met = held.stream().filter(each -> !each.schedule().isNew()).toList();
        var due = new ArrayList<Held>();
        met.stream()
                .filter(each -> !each.schedule().due().isAfter(now))
                .sorted(Comparator.comparing(each -> each.schedule().due()))
                .forEach(due::add);
        held.stream()
                .filter(each -> each.schedule().isNew())
                .limit(Math.max(0, NEW_A_DAY - metToday(learner)))
                .forEach(due::add);
        var next =
                met.stream()
                        .map(each -> each.schedule().due())
                        .filter(at -> at.isAfter(now))
                        .min(Comparator.naturalOrder());
        return new Due(List.copyOf(due), met.size(), held.size(), next.orElse(null));
    }

    /** The schedule of one card. */
    Schedule schedule(String learner, CardId card) {
        return Schedule.of(reviews.of(learner).getOrDefault(card, List.of()));
    }

    private List<Held> held(String learner, Language language) {
        var opened = progress.of(learner).keySet();
        var all = reviews.of(learner);
        var held = new ArrayList<Held>();
        for (var lesson : library.in(language.tag()).lessons()) {
            if (opened.contains(lesson.id())) {
                lesson.cards().forEach(card -> held.add(held(lesson, card, all)));
            }
        }
        return held;
    }

    private static Held held(Lesson lesson, Card card, Map<CardId, List<CardReviews.Review>> all) {
        var id = new CardId(lesson.id(), card.id());
        return new Held(lesson, card, Schedule.of(all.getOrDefault(id, List.of())));
    }

    private long metToday(String learner) {
        var today = today(clock.instant());
        return reviews.of(learner).values().stream()
                .filter(each -> today(each.getFirst().at()).equals(today))
                .count();
    }

    private LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
