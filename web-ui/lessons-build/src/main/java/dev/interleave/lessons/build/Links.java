package dev.interleave.lessons.build;

import dev.interleave.lessons.build.page.TranslationMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Where the links of a lesson lead, and the places in it that others can lead to. */
final class Links {

    private static final String NO_LESSON =
            "There is no lesson \"%s\" to link to. A planned one is named in words.";
    private static final String NO_PLACE =
            "There is no place \"%s\" in the lesson \"%s\" to link to.";

    private Links() {}

    /** All ids of a finished page; one that is there twice is a problem. */
    static Set<String> ids(Source source, Element body) {
        var ids = new LinkedHashSet<String>();
        for (var element : body.select("[id]")) {
            if (!ids.add(element.id())) {
                source.problem(
                        source.lastLineOfId(element.id()),
                        "The id \"%s\" is used twice. Ids of a lesson differ from each other."
                                .formatted(element.id()));
            }
        }
        return ids;
    }

    /** The links to other lessons; those within the lesson are checked at once. */
    static List<Facts.Link> read(Source source, Element body, Set<String> ids) {
        var links = new ArrayList<Facts.Link>();
        for (var link : body.select("a[href]")) {
            var address = link.attr("href");
            if (address.startsWith("#")) {
                checkWithin(source, address.substring(1), ids);
            } else if (!address.contains(":") && !address.equals(TranslationMark.SOURCE)) {
                links.add(link(source, link, address));
            }
        }
        return links;
    }

    private static void checkWithin(Source source, String place, Set<String> ids) {
        if (!ids.contains(place)) {
            source.problem(
                    source.lineOf("<<" + place, "xref:#" + place, "#" + place),
                    "There is no place \"%s\" in this lesson to link to.".formatted(place));
        }
    }

    private static Facts.Link link(Source source, Element link, String address) {
        var parts = address.split("#", 2);
        var place = parts.length == 2 ? parts[1] : "";
        var line =
                source.lineOf("xref:" + parts[0] + ".adoc" + (place.isEmpty() ? "" : "#" + place));
        if (link.text().isBlank() || link.text().equals(address) || link.text().equals(parts[0])) {
            source.problem(
                    line,
                    "A link to another lesson has a text: xref:%s.adoc[its text]."
                            .formatted(parts[0]));
        }
        return new Facts.Link(parts[0], place, line);
    }

    /**
     * Checks the links from file to file.
     *
     * @param built facts of all lessons that could be converted
     * @param sources all lessons; one that could not be converted is not to blame on its neighbours
     */
    static List<Problem> checkBetween(Collection<Facts> built, Collection<Source> sources) {
        Map<String, Facts> byFile = new HashMap<>();
        built.forEach(facts -> byFile.put(facts.file(), facts));
        var files = sources.stream().map(Source::file).collect(Collectors.toSet());
        var problems = new ArrayList<Problem>();
        for (var facts : built) {
            for (var link : facts.links()) {
                var file = facts.language() + "/" + link.lesson() + ".adoc";
                if (!files.contains(file)) {
                    // Where a lesson is not translated, readers get its source.
                    file = LessonFiles.sourceOf(link.lesson());
                }
                if (!files.contains(file)) {
                    problems.add(problem(facts, link, NO_LESSON.formatted(link.lesson())));
                } else if (byFile.containsKey(file) && leadsNowhere(link, byFile.get(file))) {
                    problems.add(
                            problem(facts, link, NO_PLACE.formatted(link.place(), link.lesson())));
                }
            }
        }
        return problems;
    }

    private static boolean leadsNowhere(Facts.Link link, Facts target) {
        return !link.place().isEmpty() && !target.ids().contains(link.place());
    }

    private static Problem problem(Facts from, Facts.Link link, String message) {
        return new Problem(from.file(), link.line(), message);
    }
}
