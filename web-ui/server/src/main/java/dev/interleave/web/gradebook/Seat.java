package dev.interleave.web.gradebook;

import dev.interleave.web.account.Tokens;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.gradebook.CellPage.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A learner among those who are graded one after the other. Without names they come in an order
 * that is the same each time, another one for each exercise, and tells nothing of who they are.
 *
 * @param base path before what stands for a learner
 */
record Seat(List<Member> order, int place, boolean anonymous, String base, String exercise) {

    private static final int LETTERS = 12;

    static Optional<Seat> named(List<Member> learners, String account, String base) {
        return find(new Seat(learners, 0, false, base, ""), account);
    }

    static Optional<Seat> anonymous(
            List<Member> learners, String pseudonym, String base, String exercise) {
        return find(shuffled(learners, base, exercise), pseudonym);
    }

    /** The first one without a name. */
    static Optional<Seat> first(List<Member> learners, String base, String exercise) {
        return learners.isEmpty()
                ? Optional.empty()
                : Optional.of(shuffled(learners, base, exercise));
    }

    private static Seat shuffled(List<Member> learners, String base, String exercise) {
        var order =
                learners.stream()
                        .sorted(Comparator.comparing(each -> pseudonym(each, exercise)))
                        .toList();
        return new Seat(order, 0, true, base, exercise);
    }

    private static Optional<Seat> find(Seat seats, String wanted) {
        for (var i = 0; i < seats.order.size(); i++) {
            if (seats.name(i).equals(wanted)) {
                return Optional.of(
                        new Seat(seats.order, i, seats.anonymous, seats.base, seats.exercise));
            }
        }
        return Optional.empty();
    }

    private static String pseudonym(Member learner, String exercise) {
        return Tokens.hash(exercise + " " + learner.account()).substring(0, LETTERS);
    }

    private String name(int i) {
        return anonymous ? pseudonym(order.get(i), exercise) : order.get(i).account();
    }

    Member learner() {
        return order.get(place);
    }

    String path() {
        return base + "/" + name(place);
    }

    /** How the page calls the learner. */
    String who() {
        return who(place);
    }

    private String who(int i) {
        return anonymous ? "%d of %d".formatted(i + 1, order.size()) : order.get(i).name();
    }

    /** Who comes before or after; null where nobody does. */
    Neighbour neighbour(int step) {
        var other = place + step;
        return other < 0 || other >= order.size()
                ? null
                : new Neighbour(base + "/" + name(other), who(other));
    }
}
