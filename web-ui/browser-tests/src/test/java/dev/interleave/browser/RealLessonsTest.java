package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every lesson of the course as a reader gets it. */
class RealLessonsTest extends BrowserTest {

    private static final String CARDS = ".lesson-card a";

    @Override
    CourseProcess serve() {
        return CourseProcess.ofCourse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void no_lesson_breaks_a_rule_of_accessibility(ColorScheme theme) {
        profile(new NewContextOptions().setColorScheme(theme));
        for (var lesson : lessons()) {
            page().navigate(lesson);
            assertThat(page().locator("figure.cell .cm-editor").first()).isVisible();
            Axe.assertNoViolation(page());
        }
    }

    @Test
    void no_lesson_is_wider_than_a_narrow_screen() {
        profile(new NewContextOptions().setViewportSize(360, 740));
        for (var lesson : lessons()) {
            page().navigate(lesson);
            assertThat(page().locator("figure.cell .cm-editor").first()).isVisible();
            assertThat(page().evaluate("document.documentElement.scrollWidth"))
                    .as(lesson)
                    .isEqualTo(360);
        }
    }

    /** Addresses of the lessons on the map. */
    private Iterable<String> lessons() {
        openMap();
        var links = page().locator(CARDS);
        assertThat(links.first()).isVisible();
        return links.all().stream()
                .map(link -> server().address().resolve(link.getAttribute("href")).toString())
                .toList();
    }
}
