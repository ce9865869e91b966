package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest extends BrowserTest {

    private static final String LIGHT = "rgb(251, 250, 247)";
    private static final String DARK = "rgb(22, 25, 29)";

    @Test
    void a_lesson_can_be_read_without_javascript() {
        profile(new NewContextOptions().setJavaScriptEnabled(false));
        openLesson("blocks");

        assertThat(page().locator("figure.cell pre.source")).containsText("IO.println(\"early\");");
        assertThat(page().locator("figure[data-language=rust] pre").first()).isVisible();
        assertThat(page().locator(".needs-script:visible")).hasCount(0);
        assertThat(page().getByText("running them needs JavaScript")).isVisible();
        page().getByText("It goes on at once.").click();
        assertThat(page().getByText("The new thread runs beside it.")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lessons/cells", "/lessons/blocks", "/lessons/nowhere"})
    void nothing_is_wider_than_a_narrow_screen(String path) {
        profile(new NewContextOptions().setViewportSize(360, 740));
        complaints().allow("status of 404");
        page().navigate(server().address().resolve(path).toString());

        assertThat(page().locator("h1")).isVisible();
        assertThat(page().evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void the_outline_is_beside_the_text_where_there_is_room_and_folded_where_there_is_not() {
        profile(new NewContextOptions().setViewportSize(1400, 900));
        openLesson("blocks");
        assertThat(outlineLink("Learning")).isVisible();

        page().setViewportSize(420, 900);
        assertThat(outlineLink("Learning")).isHidden();
        page().locator(".outline summary").click();
        outlineLink("Learning").click();
        assertThat(page()).hasURL(Pattern.compile("#learning$"));
        assertThat(outlineLink("Learning")).hasAttribute("aria-current", "location");
    }

    @Test
    void languages_are_tabs_that_keep_in_step_and_are_remembered() {
        openLesson("blocks");
        var tabs = page().locator("#two-tasks [role=tab]");
        assertThat(tabs).hasText(new String[] {"Java", "Rust", "Go", "Python"});

        tabs.nth(0).focus();
        page().keyboard().press("ArrowRight");

        assertThat(selected("#two-tasks")).hasText("Rust");
        assertThat(selected("#one-task")).hasText("Rust");
        assertThat(page().locator("#one-task figure[data-language=java]")).isHidden();
        page().reload();
        assertThat(selected("#one-task")).hasText("Rust");
    }

    @Test
    void the_theme_follows_the_system_until_the_reader_chooses() {
        profile(new NewContextOptions().setColorScheme(ColorScheme.DARK));
        openMap();
        var button = page().locator("[data-theme-button]");
        assertThat(button).hasAttribute("aria-label", "Theme: as the system");
        assertThat(page().locator("body")).hasCSS("background-color", DARK);

        button.click();

        assertThat(page().locator("body")).hasCSS("background-color", LIGHT);
        page().reload();
        assertThat(button).hasAttribute("aria-label", "Theme: light");
        assertThat(page().locator("body")).hasCSS("background-color", LIGHT);
        button.click();
        assertThat(page().locator("body")).hasCSS("background-color", DARK);
    }

    @Test
    void shortcuts_are_shown_by_a_key() {
        openLesson("cells");
        page().keyboard().press("?");

        var dialog = page().getByRole(AriaRole.DIALOG, named("Keyboard shortcuts"));
        assertThat(dialog).containsText("Run the cell and go to the next one");
        page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void the_last_lesson_leads_to_the_one_before_and_to_the_map() {
        openLesson("practice");

        assertThat(page().locator("[rel=next]")).containsText("Course map");
        page().locator("[rel=prev]").click();
        assertThat(page().locator("h1")).hasText("Blocks");
    }

    private Locator outlineLink(String text) {
        return page().locator(".outline a").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator selected(String contrast) {
        return page().locator(contrast + " [role=tab][aria-selected=true]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
