package dev.interleave.lessons.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.StructuralNode;

/** Small questions about parsed blocks that AsciidoctorJ does not answer in one call. */
final class Blocks {

    private static final String OPTION = "-option";

    private Blocks() {}

    /** The line where the block stands in its file, or a good guess where the parser lost it. */
    static int line(StructuralNode block, Source source) {
        if (block.getSourceLocation() != null) {
            return block.getSourceLocation().getLineNumber();
        }
        return source.lineOf("#" + block.getId(), String.valueOf(block.getContent()));
    }

    /** Options that are set on the block, as {@code run} in {@code [source%run,java]}. */
    static Set<String> options(StructuralNode block) {
        var options = new TreeSet<String>();
        for (var name : block.getAttributes().keySet()) {
            if (name.endsWith(OPTION)) {
                options.add(name.substring(0, name.length() - OPTION.length()));
            }
        }
        return options;
    }

    static boolean has(StructuralNode block, String option) {
        return block.getAttributes().containsKey(option + OPTION);
    }

    /** The blocks inside a block; for a description list, its descriptions. */
    static List<StructuralNode> children(StructuralNode block) {
        if (!(block instanceof DescriptionList list)) {
            return block.getBlocks();
        }
        var descriptions = new ArrayList<StructuralNode>();
        for (var entry : list.getItems()) {
            if (entry.getDescription() != null) {
                descriptions.add(entry.getDescription());
            }
        }
        return descriptions;
    }
}
