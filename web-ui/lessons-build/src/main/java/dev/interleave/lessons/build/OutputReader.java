package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Cell.Expected;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.StructuralNode;

/** Reads an {@code [.output]} block: what a cell prints, and how that is compared. */
final class OutputReader {

    private static final String EXACT = "exact";
    private static final String ONE_OF = "oneof";
    private static final String PATTERN = "pattern";
    private static final Set<String> KINDS = Set.of("contains", "unordered", ONE_OF, PATTERN);
    private static final String OR = "\n-- or --\n";

    private OutputReader() {}

    static Expected read(Source source, StructuralNode output) {
        var line = Blocks.line(output, source);
        var kinds = new TreeSet<>(Blocks.options(output));
        kinds.retainAll(KINDS);
        var kind = kinds.isEmpty() ? EXACT : kinds.first();
        var numbers = Blocks.has(output, "numbers");
        if (kinds.size() > 1 || numbers && kind.equals(PATTERN)) {
            source.problem(line, "These options of an output do not go together; choose one.");
        }
        var text = ((Block) output).getSource();
        if (kind.equals(PATTERN)) {
            checkPatterns(source, line, text);
        }
        var outcomes = kind.equals(ONE_OF) ? List.of(text.split(OR, -1)) : List.of(text);
        if (kind.equals(ONE_OF) && outcomes.size() < 2) {
            source.problem(
                    line,
                    "With %oneof there are two outcomes or more: put a line -- or -- between"
                            + " them.");
        }
        return new Expected(kind, numbers, outcomes);
    }

    private static void checkPatterns(Source source, int line, String text) {
        try {
            text.lines().forEach(Pattern::compile);
        } catch (PatternSyntaxException e) {
            source.problem(line, "This line is not a regular expression: " + e.getPattern());
        }
    }
}
