package dev.interleave.lessons.build;

import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

/** {@code exercise::ID[]} and {@code compare::ID[]}: a paragraph with that role and the id. */
public final class Placeholder extends BlockMacroProcessor {

    public Placeholder(String name) {
        super(name);
    }

    @Override
    public StructuralNode process(
            StructuralNode parent, String target, Map<String, Object> attributes) {
        attributes.clear();
        attributes.put("role", getName());
        attributes.put("id", getName() + "-" + target);
        return createBlock(parent, "paragraph", target, attributes);
    }
}
