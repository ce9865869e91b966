package dev.interleave.lessons.build;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;

/** Checks that a lesson is made of the blocks that {@code lessons/README.md} names, only. */
final class BlockRules {

    /** Kinds of blocks, and the roles that each can have. */
    private static final Map<String, Set<String>> ROLES =
            Map.ofEntries(
                    Map.entry("document", Set.of()),
                    Map.entry("preamble", Set.of()),
                    Map.entry("section", Set.of()),
                    Map.entry("paragraph", Set.of("exercise", "outcome")),
                    Map.entry("listing", Set.of("schedules", "timeline")),
                    Map.entry("literal", Set.of("output", "diagram")),
                    Map.entry("ulist", Set.of()),
                    Map.entry("olist", Set.of()),
                    Map.entry("dlist", Set.of("cards")),
                    Map.entry("list_item", Set.of()),
                    Map.entry("table", Set.of()),
                    Map.entry("quote", Set.of()),
                    Map.entry("admonition", Set.of()),
                    Map.entry("sidebar", Set.of()),
                    Map.entry("open", Set.of("narration")),
                    Map.entry("example", Set.of("contrast", "quiz", "predict", "compare")),
                    Map.entry("thematic_break", Set.of()));

    private static final Map<String, Set<String>> OPTIONS =
            Map.of(
                    "listing", Set.of("run", "refused", "fails", "std", "setup"),
                    "literal", Set.of("contains", "unordered", "oneof", "pattern", "numbers"),
                    "ulist", Set.of("checklist"),
                    "table", Set.of("header", "autowidth"));

    /** Roles whose blocks mean nothing without an id. */
    private static final Set<String> NEED_ID =
            Set.of("contrast", "quiz", "predict", "compare", "diagram");

    /** Roles, and kinds of blocks, that mean nothing without a title. */
    private static final Set<String> NEED_TITLE =
            Set.of("contrast", "quiz", "predict", "compare", "diagram", "sidebar");

    private final Source source;
    private final LessonFiles files;

    private BlockRules(Source source, LessonFiles files) {
        this.source = source;
        this.files = files;
    }

    static void check(Source source, Document document, LessonFiles files) {
        var rules = new BlockRules(source, files);
        document.getBlocks().forEach(rules::check);
    }

    private void check(StructuralNode block) {
        var kind = block.getContext();
        if (!ROLES.containsKey(kind)) {
            problem(block, "A block of the kind \"%s\" is not part of the format.", kind);
            return;
        }
        checkNames(block, "role", new TreeSet<>(block.getRoles()), ROLES.get(kind));
        checkNames(block, "option", Blocks.options(block), OPTIONS.getOrDefault(kind, Set.of()));
        switch (kind) {
            case "section" -> checkSection(block);
            case "listing" -> checkListing(block);
            case "example" -> checkExample(block);
            case "paragraph" -> checkTarget(block);
            case "dlist" -> checkDescriptionList(block);
            default -> {}
        }
        checkIdAndTitle(block);
        Blocks.children(block).forEach(this::check);
    }

    private void checkNames(
            StructuralNode block, String what, Set<String> used, Set<String> known) {
        for (var name : used) {
            if (!known.contains(name)) {
                problem(
                        block,
                        known.isEmpty()
                                ? "The %s \"%s\" is unknown; this block has none. Remove it."
                                : "The %s \"%s\" is unknown here; known are: "
                                        + String.join(", ", new TreeSet<>(known))
                                        + ".",
                        what,
                        name);
            }
        }
    }

    private void checkSection(StructuralNode section) {
        if (section.getId() == null) {
            problem(
                    section,
                    "The section \"%s\" has no id. Write [#its-id] on the line before it.",
                    section.getTitle());
        }
        if (section.getLevel() > 2) {
            problem(section, "Sections are at most two levels deep (== and ===).");
        }
    }

    private void checkListing(StructuralNode listing) {
        if (!listing.getRoles().isEmpty() && !Blocks.has(listing, "run")) {
            problem(listing, "Only a cell can be looked at as a timeline or under schedules.");
        }
        if (listing.getAttribute("language") == null) {
            problem(listing, "A listing says its language: [source,java] or [source,text].");
        }
    }

    private void checkExample(StructuralNode example) {
        if (example.getRoles().isEmpty()) {
            problem(
                    example,
                    "An example block is a contrast, a quiz, a prediction or a comparison: write"
                            + " [.quiz#its-id] before it.");
        }
    }

    private void checkTarget(StructuralNode paragraph) {
        var id = paragraph.getContent() == null ? "" : paragraph.getContent().toString();
        if (paragraph.hasRole("exercise") && !files.exercises().containsKey(id)) {
            problem(paragraph, "There is no exercise \"%s\" in the folder exercises.", id);
        }
    }

    private void checkDescriptionList(StructuralNode list) {
        if (list.getStyle() != null) {
            problem(list, "The style \"%s\" of a description list is unknown.", list.getStyle());
        }
    }

    private void checkIdAndTitle(StructuralNode block) {
        var role = block.getRoles().isEmpty() ? block.getContext() : block.getRoles().getFirst();
        if (NEED_ID.contains(role) && block.getId() == null) {
            problem(block, "This block has no id. Write [.%s#its-id] before it.", role);
        }
        if (NEED_TITLE.contains(role) && block.getTitle() == null) {
            problem(block, "This block has no title. Write .Its title on the line before it.");
        }
        if (block.getId() != null && !block.getId().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            problem(
                    block,
                    "The id \"%s\" is not made of lower-case words joined by hyphens.",
                    block.getId());
        }
    }

    private void problem(StructuralNode block, String message, Object... values) {
        source.problem(Blocks.line(block, source), message.formatted(values));
    }
}
