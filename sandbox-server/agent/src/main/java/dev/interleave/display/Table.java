package dev.interleave.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Rows with named columns, cut to what a person reads. */
final class Table {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_CHARS = 200;

    /** Characters of rows in words. */
    private static final int MOST_WORDS = 4000;

    private static final String ONLY_COLUMN = "value";

    private final List<String> columns;
    private final List<Map<String, String>> rows;
    private final int leftOut;

    private Table(List<String> columns, List<Map<String, String>> rows, int leftOut) {
        this.columns = columns;
        this.rows = rows;
        this.leftOut = leftOut;
    }

    static Table of(Collection<?> all) {
        List<Map<String, String>> rows = new ArrayList<>();
        SequencedSet<String> columns = new LinkedHashSet<>();
        for (Object each : all) {
            if (rows.size() == MOST_ROWS) {
                break;
            }
            Map<String, String> row = row(each);
            rows.add(row);
            columns.addAll(row.keySet());
        }
        List<String> first = columns.stream().limit(MOST_COLUMNS).toList();
        return new Table(first, rows, all.size() - rows.size());
    }

    private static Map<String, String> row(Object value) {
        Map<String, String> row = new LinkedHashMap<>();
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                row.put(component.getName(), cut(component(component, value)));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> addIfRoom(row, key, each));
        } else {
            row.put(ONLY_COLUMN, cut(value));
        }
        return row;
    }

    private static void addIfRoom(Map<String, String> row, Object key, Object value) {
        if (row.size() < MOST_COLUMNS) {
            row.put(cut(key), cut(value));
        }
    }

    private static Object component(RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (InvocationTargetException e) {
            return "(" + e.getCause() + ")";
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "The components of " + row.getClass().getName() + " cannot be read.", e);
        }
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    String html() {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        columns.forEach(
                column ->
                        html.append("<th scope=\"col\">")
                                .append(Markup.escape(column))
                                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (Map<String, String> row : rows) {
            html.append("<tr>");
            for (String column : columns) {
                html.append("<td>").append(Markup.escape(row.getOrDefault(column, "")));
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (leftOut > 0) {
            html.append("<p>").append(more(leftOut)).append("</p>");
        }
        return html.toString();
    }

    String text() {
        StringBuilder text = new StringBuilder(String.join(" | ", columns));
        int told = 0;
        while (told < rows.size() && text.length() < MOST_WORDS) {
            Map<String, String> row = rows.get(told++);
            List<String> cells = columns.stream().map(c -> row.getOrDefault(c, "")).toList();
            text.append('\n').append(String.join(" | ", cells));
        }
        int untold = leftOut + rows.size() - told;
        if (untold > 0) {
            text.append('\n').append(more(untold));
        }
        return text.isEmpty() ? "An empty table" : text.toString();
    }

    private static String more(int count) {
        return "… and " + count + " more rows";
    }
}
