package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Member;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which learners of a gradebook are to be seen, and in which order.
 *
 * @param filter part of a name, a login or a section; empty lets everybody through
 * @param sort {@code name}, {@code section} or {@code total}
 * @param page from 1
 */
public record View(String filter, String sort, int page) {

    static final int PER_PAGE = 50;

    /**
     * All whom the filter lets through, in order. It knows the small letters of all languages,
     * which SQLite does not.
     *
     * @param learners in the order of their names
     * @param totals by account; read only where they decide
     */
    List<Member> of(List<Member> learners, Map<String, Double> totals) {
        return learners.stream().filter(this::matches).sorted(order(totals)).toList();
    }

    /** Whether totals decide. */
    boolean byTotal() {
        return sort.equals("total");
    }

    /** Those on this page. */
    List<Member> page(List<Member> found) {
        var from = Math.min(found.size(), (page - 1) * PER_PAGE);
        return found.subList(from, Math.min(found.size(), from + PER_PAGE));
    }

    /** The address of such a view, with the number of the page left to be added. */
    public String query() {
        return "?filter=%s&sort=%s&"
                .formatted(URLEncoder.encode(filter, StandardCharsets.UTF_8), sort);
    }

    private boolean matches(Member learner) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        return List.of(learner.name(), learner.login(), learner.section()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Learners come in the order of the names, which stays where nothing else decides. */
    private Comparator<Member> order(Map<String, Double> totals) {
        return switch (sort) {
            case "section" -> Comparator.comparing(Member::section);
            case "total" ->
                    Comparator.comparingLong(
                            learner -> -hundredths(totals.getOrDefault(learner.account(), 0.0)));
            default -> (_, _) -> 0;
        };
    }

    private static long hundredths(double points) {
        return Math.round(points * 100);
    }
}
