package dev.interleave.web.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every review of every card. When a card is due follows from its reviews and is not stored.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CardReviews {

    private static final String OF_CARD =
            " WHERE learner = :learner AND lesson = :lesson AND card = :card";

    private final Database database;
    private final Clock clock;

    public CardReviews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One review.
     *
     * @param grade from 1, forgotten, to 4, easy
     */
    public record Review(int grade, Instant at) {}

    /** All reviews of a learner, those of each card from the oldest to the newest. */
    public Map<CardId, List<Review>> of(String learner) {
        return database.read(
                db -> {
                    var reviews = new HashMap<CardId, List<Review>>();
                    db.createQuery(
                                    "SELECT lesson, card, grade, reviewed_at FROM card_review WHERE"
                                            + " learner = :learner ORDER BY lesson, card, number")
                            .bind("learner", learner)
                            .map(
                                    (row, _) ->
                                            Map.entry(
                                                    new CardId(
                                                            row.getString("lesson"),
                                                            row.getString("card")),
                                                    new Review(
                                                            row.getInt("grade"),
                                                            Instant.ofEpochMilli(
                                                                    row.getLong("reviewed_at")))))
                            .forEach(
                                    row ->
                                            reviews.computeIfAbsent(
                                                            row.getKey(), _ -> new ArrayList<>())
                                                    .add(row.getValue()));
                    return reviews;
                });
    }

    /**
     * Adds a review, unless the card has another number of them than its learner has seen.
     *
     * @param known how many reviews the card had when it was shown
     * @return whether it was added
     */
    public boolean add(String learner, CardId card, int known, int grade) {
        return database.write(
                db ->
                        db.createUpdate(
                                                "INSERT INTO card_review (learner, lesson, card,"
                                                        + " number, grade, reviewed_at) SELECT"
                                                        + " :learner, :lesson, :card, :number,"
                                                        + " :grade, :now WHERE (SELECT COUNT(*)"
                                                        + " FROM card_review"
                                                        + OF_CARD
                                                        + ") = :number - 1")
                                        .bind("learner", learner)
                                        .bind("lesson", card.lesson())
                                        .bind("card", card.card())
                                        .bind("number", known + 1)
                                        .bind("grade", grade)
                                        .bind("now", clock.millis())
                                        .execute()
                                == 1);
    }

    /**
     * Takes the last review of a card back.
     *
     * @param number how many reviews the card has, this one included
     * @return whether it was the last one
     */
    public boolean takeBack(String learner, CardId card, int number) {
        return database.write(
                db ->
                        db.createUpdate(
                                                "DELETE FROM card_review"
                                                        + OF_CARD
                                                        + " AND number = :number AND :number ="
                                                        + " (SELECT MAX(number) FROM card_review"
                                                        + OF_CARD
                                                        + ")")
                                        .bind("learner", learner)
                                        .bind("lesson", card.lesson())
                                        .bind("card", card.card())
                                        .bind("number", number)
                                        .execute()
                                == 1);
    }
}
