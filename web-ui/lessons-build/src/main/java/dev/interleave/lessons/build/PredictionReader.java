package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Cell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;

/** Reads which cell each prediction is about. */
final class PredictionReader {

    private PredictionReader() {}

    /** Ids of predictions, each with the id of its cell. */
    static Map<String, String> read(Source source, StructuralNode parent, List<Cell> cells) {
        Map<String, String> predictions = new HashMap<>();
        for (var block : Blocks.children(parent)) {
            if (block.hasRole("predict")) {
                var cell = String.valueOf(block.getAttribute("cell"));
                if (cells.stream().noneMatch(each -> each.id().equals(cell))) {
                    source.problem(
                            Blocks.line(block, source),
                            "A prediction names the cell it is about: [.predict#its-id,cell=CELL];"
                                    + " there is no cell \"%s\".".formatted(cell));
                }
                predictions.put(String.valueOf(block.getId()), cell);
            }
            predictions.putAll(read(source, block, cells));
        }
        return predictions;
    }
}
