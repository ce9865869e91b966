package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a new user does first, on a server that nobody has used yet. */
class JourneyTest extends BrowserTest {

    private static final Pattern RAN = Pattern.compile("^Ran in ");

    @Test
    void from_the_map_to_an_edited_cell_that_is_still_there_after_a_reload() {
        openMap();
        page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Start: Cells")).click();
        var lesson = new LessonTab(page());

        lesson.cell("number").write("int number = 21;");
        lesson.cell("number").press("Shift+Enter");

        assertThat(lesson.cell("number").state()).hasText(RAN);
        assertThat(lesson.cell("number").output()).containsText("number ⇒ 21 : int");
        assertThat(lesson.cell("twice").code()).isFocused();
        page().keyboard().press("Control+Enter");
        assertThat(lesson.cell("twice").output()).containsText("twice is 42");
        assertThat(lesson.session()).containsText("Session ready");

        page().reload();

        assertThat(lesson.cell("number").code()).hasText("int number = 21;");
        assertThat(lesson.cell("number").output()).containsText("number ⇒ 21 : int");
        assertThat(lesson.cell("twice").output()).containsText("twice is 42");
        assertThat(lesson.cell("twice").state()).hasText(RAN);
        openMap();
        assertThat(page().locator(".lesson-card[data-lesson=cells]"))
                .containsText("In progress: 2 of 3 cells run");
        assertThat(
                        page().getByRole(
                                        AriaRole.LINK,
                                        new GetByRoleOptions().setName("Continue: Cells")))
                .isVisible();
    }
}
