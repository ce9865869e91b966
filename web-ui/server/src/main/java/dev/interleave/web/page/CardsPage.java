package dev.interleave.web.page;

import java.util.List;
import java.util.Map;

/**
 * The cards that are due, to be reviewed.
 *
 * @param met how many of all cards were reviewed at least once
 * @param all how many there are in the lessons that were opened
 * @param next in how long the next card is due that is not yet, in words; null if there is none
 */
public record CardsPage(Site site, List<DueCard> cards, int met, int all, String next)
        implements Page {

    /**
     * A card.
     *
     * @param question HTML of the lesson
     * @param answer HTML of the lesson
     * @param reviews how many there were
     * @param language of the question and the answer
     * @param intervals what each rating leads to, in words
     */
    public record DueCard(
            String lesson,
            String lessonTitle,
            String id,
            String question,
            String answer,
            int reviews,
            Map<String, String> intervals,
            String language) {}
}
