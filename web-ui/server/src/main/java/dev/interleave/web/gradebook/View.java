package dev.interleave.web.gradebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which learners of a gradebook are to be seen, and in which order.
 *
 * @param filter part of a name, a login or a section; empty lets everybody through
 * @param sort {@code name}, {@code section} or {@code total}
 * @param page from 1
 */
public record View(String filter, String sort, int page) {

    static final int PER_PAGE = 50;

    /** All whom the filter lets through, in order. */
    List<Row> of(List<Row> rows) {
        return rows.stream().filter(this::matches).sorted(order()).toList();
    }

    /** Those on this page. */
    List<Row> page(List<Row> found) {
        var from = Math.min(found.size(), (page - 1) * PER_PAGE);
        return found.subList(from, Math.min(found.size(), from + PER_PAGE));
    }

    /** The address of such a view, with the number of the page left to be added. */
    public String query() {
        return "?filter=%s&sort=%s&"
                .formatted(URLEncoder.encode(filter, StandardCharsets.UTF_8), sort);
    }

    private boolean matches(Row row) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        var learner = row.learner();
        return List.of(learner.name(), learner.login(), learner.section()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Rows come in the order of the names, which stays where nothing else decides. */
    private Comparator<Row> order() {
        return switch (sort) {
            case "section" -> Comparator.comparing(row -> row.learner().section());
            case "total" -> Comparator.comparingDouble(Row::total).reversed();
            default -> (_, _) -> 0;
        };
    }
}
