package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Course.Entry;
import dev.interleave.lessons.build.data.Course.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.StructuralNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads {@code course.adoc}: the stages of the course with their lessons in order. */
final class CourseReader {

    private static final String SHAPE =
            "A stage is a section [#stage-1] with a paragraph and one description list of lessons.";

    private final AsciiDoc asciiDoc;
    private final Source source;
    private final Set<String> seen = new HashSet<>();

    private CourseReader(AsciiDoc asciiDoc, Source source) {
        this.asciiDoc = asciiDoc;
        this.source = source;
    }

    /** The stages; a lesson counts as written here when the map links to it. */
    static List<Stage> read(AsciiDoc asciiDoc, Source source) {
        return new CourseReader(asciiDoc, source).stages();
    }

    private List<Stage> stages() {
        var stages = new ArrayList<Stage>();
        for (var block : asciiDoc.parse(source).document().getBlocks()) {
            if (block.getContext().equals("section")) {
                stages.add(stage(block, stages.size() + 1));
            }
        }
        if (stages.isEmpty()) {
            source.problem(1, SHAPE);
        }
        return stages;
    }

    private Stage stage(StructuralNode section, int number) {
        var blocks = section.getBlocks();
        var line = Blocks.line(section, source);
        var id = "stage-" + number;
        if (!id.equals(section.getId())) {
            source.problem(line, "The id of this section is [#%s].".formatted(id));
        }
        if (blocks.size() != 2
                || !blocks.getFirst().getContext().equals("paragraph")
                || !(blocks.getLast() instanceof DescriptionList list)) {
            source.problem(line, SHAPE);
            return new Stage(id, number, text(section.getTitle()), "", List.of());
        }
        return new Stage(
                id,
                number,
                text(section.getTitle()),
                text(String.valueOf(blocks.getFirst().getContent())),
                list.getItems().stream().map(this::entry).toList());
    }

    private Entry entry(DescriptionListEntry item) {
        var term = item.getTerms().getFirst();
        var line = Blocks.line(term, source);
        var name = Jsoup.parseBodyFragment(term.getText()).body();
        var id = id(name);
        if (id.isEmpty()) {
            source.problem(
                    line, "A lesson is xref:ID.adoc[Title]:: or, while planned, [#ID]#Title#::.");
        } else if (!seen.add(id)) {
            source.problem(line, "The lesson \"%s\" is listed twice.".formatted(id));
        }
        var summary = item.getDescription() == null ? "" : text(item.getDescription().getText());
        if (summary.isBlank()) {
            source.problem(line, "Say in a sentence what the lesson is about, after the ::.");
        }
        return new Entry(id, name.text(), summary, 0, !name.select("a[href]").isEmpty());
    }

    private static String id(Element name) {
        var link = name.selectFirst("a[href]");
        if (link != null) {
            return link.attr("href");
        }
        var anchor = name.selectFirst("[id]");
        return anchor == null ? "" : anchor.id();
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
