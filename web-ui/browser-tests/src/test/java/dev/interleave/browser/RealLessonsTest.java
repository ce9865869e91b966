package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every lesson of the course as a reader gets it. */
class RealLessonsTest extends BrowserTest {

    private static final int NARROW = 360;
    private static final int SOME = 2;

    @Override
    CourseProcess serve() {
        return CourseProcess.ofCourse();
    }

    /**
     * In one theme: both themes of every kind of page are looked at elsewhere. All lessons with
     * {@code -Dinterleave.lessons=all}; it takes some minutes.
     */
    @Test
    void no_lesson_breaks_a_rule_of_accessibility() {
        profile(new NewContextOptions().setColorScheme(ColorScheme.DARK));
        var all = System.getProperty("interleave.lessons", "").equals("all");
        for (var lesson : all ? lessons() : lessons().subList(0, SOME)) {
            openAtFirstCell(lesson);
            Axe.assertNoViolation(page());
        }
    }

    @Test
    void no_lesson_is_wider_than_a_narrow_screen() {
        var lessons = lessons();
        profile(new NewContextOptions().setViewportSize(NARROW, 740));
        for (var lesson : lessons) {
            openAtFirstCell(lesson);
            assertThat(page().evaluate("document.documentElement.scrollWidth"))
                    .as(lesson)
                    .isEqualTo(NARROW);
        }
    }

    /** Its editor is made when a cell comes near the view. */
    private void openAtFirstCell(String lesson) {
        page().navigate(lesson);
        var cell = page().locator("figure.cell").first();
        cell.scrollIntoViewIfNeeded();
        assertThat(cell.locator(".cm-editor")).isVisible();
    }

    private List<String> lessons() {
        openMap();
        var links = page().locator(".lesson-card a");
        assertThat(links.first()).isVisible();
        return links.all().stream()
                .map(link -> server().address().resolve(link.getAttribute("href")).toString())
                .toList();
    }
}
