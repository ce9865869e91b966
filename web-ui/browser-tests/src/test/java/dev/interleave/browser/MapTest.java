package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapTest extends BrowserTest {

    @Test
    void the_map_shows_what_is_written_and_what_is_planned() {
        openMap();

        assertThat(page().locator(".lesson-card[data-lesson=cells]")).containsText("Cells");
        assertThat(page().locator(".planned")).containsText("Later");
        assertThat(page().locator(".planned a")).hasCount(0);
    }

    @Test
    void a_new_reader_is_led_to_the_first_lesson() {
        openMap();
        page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Start: Cells")).click();

        assertThat(page()).hasURL(Pattern.compile("/lessons/cells$"));
        assertThat(page().locator("h1")).hasText("Cells");
    }

    @Test
    void an_unknown_lesson_leads_back_to_the_map() {
        complaintsAboutMissingPageAreFine();
        openLesson("nowhere");

        assertThat(page().locator("main")).containsText("nowhere");
        page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("To the course map"))
                .click();
        assertThat(page().locator(".lesson-card")).hasCount(3);
    }

    /** Chromium reports the page itself, which is answered with 404. */
    private void complaintsAboutMissingPageAreFine() {
        complaints().allow("status of 404");
    }
}
