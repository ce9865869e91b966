package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page by the rules of WCAG 2.2 AA that a machine can check, in both themes. */
class AccessibilityTest extends BrowserTest {

    static Stream<String> pages() {
        return Stream.of("/", "/lessons/cells", "/lessons/blocks", "/nowhere");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_breaks_no_rule_in_either_theme(String path) {
        profile(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        complaints().allow("status of 404");
        page().navigate(server().address().resolve(path).toString());
        if (page().locator("figure.cell").count() > 0) {
            assertThat(page().locator("figure.cell .cm-editor").first()).isVisible();
        }

        Axe.assertNoViolation(page());
        page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.assertColoursHaveContrast(page());
    }

    /** In one theme: colours do not depend on the width. */
    @ParameterizedTest
    @MethodSource("pages")
    void a_narrow_page_breaks_no_rule(String path) {
        profile(new NewContextOptions().setViewportSize(360, 740));
        complaints().allow("status of 404");
        page().navigate(server().address().resolve(path).toString());

        Axe.assertNoViolation(page());
    }
}
