package dev.interleave.lessons.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds in what a translated lesson differs from its source in more than words. */
final class TranslationRules {

    private final Facts source;
    private final Facts translation;
    private final List<Problem> problems = new ArrayList<>();

    private TranslationRules(Facts source, Facts translation) {
        this.source = source;
        this.translation = translation;
    }

    /** All differences; ids that are not the same say enough, and hide the others. */
    static List<Problem> differences(Facts source, Facts translation) {
        var rules = new TranslationRules(source, translation);
        rules.ids();
        if (rules.problems.isEmpty()) {
            rules.blocks();
            rules.code();
        }
        return List.copyOf(rules.problems);
    }

    private void ids() {
        for (var id : source.ids()) {
            if (!translation.ids().contains(id)) {
                problem("The id \"%s\" of the source is missing.".formatted(id));
            }
        }
        for (var id : translation.ids()) {
            if (!source.ids().contains(id)) {
                problem("The id \"%s\" is not in the source.".formatted(id));
            }
        }
    }

    private void blocks() {
        var wanted = source.form().blocks();
        var found = translation.form().blocks();
        for (var i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            if (!wanted.get(i).equals(found.get(i))) {
                problem("Here: %s. In the source: %s.".formatted(found.get(i), wanted.get(i)));
            }
        }
    }

    private void code() {
        source.form()
                .code()
                .forEach((name, code) -> code(name, code, translation.form().code().get(name)));
    }

    private void code(String name, String wanted, String found) {
        var left = lines(wanted);
        var right = found == null ? List.<Line>of() : lines(found);
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            var here = i < right.size() ? right.get(i) : new Line(right.size() + 1, "");
            var there = i < left.size() ? left.get(i).text() : "";
            if (!here.text().equals(there)) {
                problem(
                        "The code of the %s differs from its source in line %d: \"%s\" in place of \"%s\". Only comments are translated."
                                .formatted(
                                        name, here.number(), here.text().strip(), there.strip()));
                return;
            }
        }
    }

    private static List<Line> lines(String code) {
        var texts = code.lines().toList();
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(i -> new Line(i + 1, texts.get(i).stripTrailing()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private void problem(String message) {
        problems.add(new Problem(translation.file(), 0, message));
    }

    /** A line of code that is not empty; {@code number} counts from 1. */
    private record Line(int number, String text) {}
}
