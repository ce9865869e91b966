package dev.interleave.lessons.build;

import java.util.List;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.StructuralNode;

/** Checks the inside of contrasts, quizzes, predictions and cards. */
final class LearningRules {

    private final Source source;

    private LearningRules(Source source) {
        this.source = source;
    }

    static void check(Source source, StructuralNode parent) {
        var rules = new LearningRules(source);
        for (var block : Blocks.children(parent)) {
            rules.checkBlock(block);
            check(source, block);
        }
    }

    private void checkBlock(StructuralNode block) {
        if (block.hasRole("quiz") || block.hasRole("predict")) {
            checkQuiz(block);
        } else if (block.hasRole("contrast")) {
            checkContrast(block);
        } else if (block.hasRole("cards") && block instanceof DescriptionList list) {
            checkCards(list);
        }
    }

    private void checkQuiz(StructuralNode quiz) {
        var blocks = quiz.getBlocks();
        if (blocks.size() != 1 || !Blocks.has(blocks.getFirst(), "checklist")) {
            problem(
                    quiz,
                    "A quiz holds one checklist: * [x] for what is right, * [ ] for the rest.");
            return;
        }
        List<StructuralNode> choices = blocks.getFirst().getBlocks();
        if (choices.stream().noneMatch(choice -> choice.getAttributes().containsKey("checked"))) {
            problem(blocks.getFirst(), "No choice is marked as right: * [x].");
        }
        for (var choice : choices) {
            if (choice.getBlocks().isEmpty()) {
                problem(choice, "This choice has no explanation. Attach it with a line + below.");
            }
        }
    }

    private void checkContrast(StructuralNode contrast) {
        var listings =
                contrast.getBlocks().stream()
                        .filter(each -> each.getContext().equals("listing"))
                        .toList();
        var titled = listings.stream().allMatch(each -> each.getTitle() != null);
        if (listings.size() < 2 || listings.size() == contrast.getBlocks().size() || !titled) {
            problem(
                    contrast,
                    "A contrast holds titled listings, two or more, and then the difference in"
                            + " words.");
        }
    }

    private void checkCards(DescriptionList cards) {
        for (var card : cards.getItems()) {
            var question = card.getTerms().getFirst();
            if (!question.getSource().matches("\\[\\[[a-z0-9-]+]].*")) {
                problem(question, "A card starts with its id: [[fc-its-id]]question:: answer.");
            }
            if (card.getDescription() == null) {
                problem(question, "A card has an answer, after the ::.");
            }
        }
    }

    private void problem(StructuralNode block, String message) {
        source.problem(Blocks.line(block, source), message);
    }
}
