package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.jsoup.Jsoup;

/** Reads the cells of a lesson, each with the output that its author expects. */
final class CellReader {

    private static final int DEFAULT_TIMEOUT = 10;
    private static final int LONGEST_TIMEOUT = 20;

    /** What the first line of a cell's attributes may name. */
    private static final Set<String> ATTRIBUTES = Set.of("timeout");

    private static final Set<String> PARSERS_OWN =
            Set.of("1", "2", "style", "language", "id", "title", "role", "indent", "linenums");

    private static final Pattern CALLOUT = Pattern.compile("<(\\d+|\\.)>\\s*$", Pattern.MULTILINE);

    private final Source source;
    private final String profile;
    private final List<Cell> cells = new ArrayList<>();

    private CellReader(Source source, String profile) {
        this.source = source;
        this.profile = profile;
    }

    static List<Cell> read(Source source, Document document, String profile) {
        var reader = new CellReader(source, profile);
        reader.readIn(document);
        return List.copyOf(reader.cells);
    }

    private void readIn(StructuralNode parent) {
        StructuralNode before = null;
        for (var block : Blocks.children(parent)) {
            if (isCell(block)) {
                cells.add(cell(block));
            } else if (block.hasRole("output")) {
                attach(block, before);
            } else {
                readIn(block);
            }
            before = block;
        }
    }

    private static boolean isCell(StructuralNode block) {
        return "listing".equals(block.getContext()) && Blocks.has(block, "run");
    }

    private Cell cell(StructuralNode block) {
        if (block.getId() == null || block.getTitle() == null) {
            problem(
                    block,
                    "A cell has an id and a title: .Its label, then [source#its-id%run,java].");
        }
        if (!"java".equals(block.getAttribute("language"))) {
            problem(block, "A cell is written in Java: [source#its-id%run,java].");
        }
        for (var name : block.getAttributes().keySet()) {
            if (!ATTRIBUTES.contains(name)
                    && !PARSERS_OWN.contains(name)
                    && !name.endsWith("-option")) {
                problem(
                        block,
                        "A cell has no attribute \"%s\"; known is: timeout.".formatted(name));
            }
        }
        if (CALLOUT.matcher(((Block) block).getSource()).find()) {
            problem(block, "A cell has no callouts, because readers edit and run it.");
        }
        return new Cell(
                String.valueOf(block.getId()),
                Jsoup.parseBodyFragment(String.valueOf(block.getTitle())).text(),
                ((Block) block).getSource(),
                timeout(block),
                profile,
                Blocks.has(block, "refused"),
                Blocks.has(block, "fails"),
                null);
    }

    private int timeout(StructuralNode block) {
        var given = block.getAttribute("timeout");
        if (given == null) {
            return DEFAULT_TIMEOUT;
        }
        var text = given.toString();
        if (text.matches("[0-9]{1,2}")) {
            var seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= LONGEST_TIMEOUT) {
                return seconds;
            }
        }
        problem(block, "timeout is a number of seconds from 1 to 20, not \"%s\".".formatted(text));
        return DEFAULT_TIMEOUT;
    }

    private void attach(StructuralNode output, StructuralNode before) {
        if (before == null || !isCell(before)) {
            problem(output, "An [.output] block stands right after the cell that prints it.");
            return;
        }
        var cell = cells.removeLast();
        cells.add(cell.expecting(OutputReader.read(source, output)));
    }

    private void problem(StructuralNode block, String message) {
        source.problem(Blocks.line(block, source), message);
    }
}
