package dev.interleave.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** The rules of WCAG 2.2 AA that a machine can check, and axe's own good advice. */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    static void assertNoViolation(Page page) {
        // Our pages have no frames, for which axe would open another page each time.
        var results = new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();
        assertThat(results.getPasses()).hasSizeGreaterThan(15);
        assertThat(results.getViolations()).map(Axe::describe).isEmpty();
    }

    /** Only what depends on the theme; all rules again would take ten times as long. */
    static void assertColoursHaveContrast(Page page) {
        var colours = List.of("color-contrast");
        var results = new AxeBuilder(page).setLegacyMode(true).withRules(colours).analyze();
        assertThat(results.getPasses()).hasSize(1);
        assertThat(results.getViolations()).map(Axe::describe).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList();
    }
}
