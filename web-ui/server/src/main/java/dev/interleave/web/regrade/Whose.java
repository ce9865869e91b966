package dev.interleave.web.regrade;

import dev.interleave.web.classroom.Member;
import java.util.List;
import java.util.Optional;

/**
 * Whose hand-ins are graded again.
 *
 * @param words that say it; empty for everybody
 * @param learners their accounts
 */
record Whose(String words, List<String> learners) {

    /** As a form names them; empty for what names nobody. */
    static Optional<Whose> of(String wanted, List<Member> learners) {
        if (wanted.isEmpty()) {
            return Optional.of(new Whose("", ids(learners)));
        }
        var value = wanted.substring(wanted.indexOf(':') + 1);
        var found =
                learners.stream()
                        .filter(
                                each ->
                                        wanted.startsWith("section:")
                                                ? each.section().equals(value)
                                                : each.account().equals(value))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var words =
                wanted.startsWith("section:")
                        ? "of the section " + value
                        : "of " + found.getFirst().name();
        return Optional.of(new Whose(words, ids(found)));
    }

    private static List<String> ids(List<Member> learners) {
        return learners.stream().map(Member::account).toList();
    }
}
