package dev.interleave.web.review;

import dev.interleave.web.course.Card;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.language.Language;
import dev.interleave.web.language.Languages;
import dev.interleave.web.language.Texts;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.CardsPage;
import dev.interleave.web.page.CardsPage.DueCard;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.CardId;
import dev.interleave.web.progress.CardReviews;
import dev.interleave.web.request.JsonBodies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The page on which cards are reviewed, what it sends, and the export.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CardRoutes {

    private static final String REVIEWS = "/api/lessons/{id}/cards/{card}/reviews";

    private final Map<Language, Texts> texts = Texts.all();
    private final JsonBodies bodies = new JsonBodies();
    private final Learners learners;
    private final CourseLibrary library;
    private final CardReviews reviews;
    private final Deck deck;
    private final Clock clock;
    private final Pages pages;

    public CardRoutes(
            Learners learners,
            CourseLibrary library,
            CardReviews reviews,
            Deck deck,
            Clock clock,
            Pages pages) {
        this.learners = learners;
        this.library = library;
        this.reviews = reviews;
        this.deck = deck;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param rating {@code again}, {@code hard}, {@code good} or {@code easy}
     * @param reviews how many the card had when it was shown
     */
    record ReviewBody(String rating, int reviews) {}

    /**
     * A card after a review.
     *
     * @param dueInMillis until it is due
     * @param intervals what each rating would lead to next time, in words
     */
    record Reviewed(int reviews, long dueInMillis, Map<String, String> intervals) {}

    public void register(RoutesConfig routes) {
        routes.get("/cards", this::page);
        routes.get("/cards/anki", this::export);
        routes.post(REVIEWS, this::review);
        routes.delete(REVIEWS + "/{number}", this::takeBack);
    }

    private void page(Context ctx) {
        var now = clock.instant();
        var texts = texts(ctx);
        var due = deck.due(learners.learner(ctx), Languages.of(ctx));
        var cards = due.cards().stream().map(held -> dueCard(held, now, texts)).toList();
        var next =
                due.next() == null
                        ? null
                        : Intervals.words(Duration.between(now, due.next()), texts);
        pages.show(ctx, site -> new CardsPage(site, cards, due.met(), due.all(), next));
    }

    private static DueCard dueCard(Deck.Held held, Instant now, Texts texts) {
        return new DueCard(
                held.lesson().id(),
                held.lesson().title(),
                held.card().id(),
                held.card().question(),
                held.card().answer(),
                held.schedule().reviews(),
                Intervals.of(held.schedule(), now, texts),
                held.lesson().language());
    }

    private void export(Context ctx) {
        ctx.contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"interleave.apkg\"")
                .result(new AnkiPackage(clock.instant()).of(library.in(Languages.of(ctx).tag())));
    }

    private void review(Context ctx) {
        var id = card(ctx);
        var learner = learners.learner(ctx);
        var body = bodies.read(ctx, ReviewBody.class);
        var rating =
                Rating.named(body.rating())
                        .orElseThrow(
                                () ->
                                        new BadRequestResponse(
                                                "The rating is \"again\", \"hard\", \"good\" or"
                                                        + " \"easy\"."));
        if (!reviews.add(learner, id, body.reviews(), rating.grade())) {
            throw changed();
        }
        ctx.json(reviewed(learner, id, texts(ctx)));
    }

    private void takeBack(Context ctx) {
        var id = card(ctx);
        var learner = learners.learner(ctx);
        var number = ctx.pathParam("number");
        if (!number.matches("[0-9]{1,9}")
                || !reviews.takeBack(learner, id, Integer.parseInt(number))) {
            throw changed();
        }
        ctx.json(reviewed(learner, id, texts(ctx)));
    }

    private Reviewed reviewed(String learner, CardId id, Texts texts) {
        var now = clock.instant();
        var schedule = deck.schedule(learner, id);
        return new Reviewed(
                schedule.reviews(),
                schedule.isNew() ? 0 : Duration.between(now, schedule.due()).toMillis(),
                Intervals.of(schedule, now, texts));
    }

    private Texts texts(Context ctx) {
        return texts.get(Languages.of(ctx));
    }

    private CardId card(Context ctx) {
        var lesson = library.lesson(ctx.pathParam("id"));
        var id = ctx.pathParam("card");
        return lesson.cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .map(Card::id)
                .map(card -> new CardId(lesson.id(), card))
                .orElseThrow(
                        () ->
                                new NotFoundResponse(
                                        "There is no card \"%s\" in this lesson.".formatted(id)));
    }

    private static ConflictResponse changed() {
        return new ConflictResponse("This card was reviewed in another tab.");
    }
}
