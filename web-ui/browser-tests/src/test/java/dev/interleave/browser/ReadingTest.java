package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest extends BrowserTest {

    private static final String LIGHT = "rgb(251, 250, 247)";
    private static final String DARK = "rgb(22, 25, 29)";

    /** A voice that is done at once: which voices there are depends on the machine. */
    private static final String VOICE =
            """
            const said = [];
            class Utterance { constructor(text) { this.text = text; } }
            Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
            Object.defineProperty(window, "speechSynthesis", { value: {
                getVoices: () => [{}],
                addEventListener() {},
                cancel() {},
                speak(utterance) {
                    const marked = document.querySelector(".spoken")?.textContent;
                    said.push(utterance.text.trim(), marked.trim());
                    document.documentElement.dataset.said = said.join("|");
                    queueMicrotask(() => utterance.onend());
                },
            } });
            """;

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
    @ValueSource(
            strings = {
                "/",
                "/lessons/cells",
                "/lessons/blocks",
                "/cards",
                "/notes",
                "/lessons/nowhere"
            })
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
        assertThat(page().locator("#two-tasks [data-language=rust] code span").first()).isVisible();
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

    @Test
    void a_quiz_is_answered_in_the_page_and_the_answer_is_kept() {
        openLesson("blocks");
        var quiz = page().getByRole(AriaRole.GROUP, named("What does start() do to its caller?"));
        var check = page().locator("#start-returns button");
        quiz.getByLabel("It waits until the new thread has ended.").check();
        check.click();
        assertThat(page().locator("#start-returns .quiz-verdict")).containsText("try again");
        assertThat(quiz.getByText("That is join().")).isVisible();
        assertThat(quiz.getByText("The new thread runs beside it.")).isHidden();

        quiz.getByLabel("It goes on at once.").check();
        page().waitForResponse(
                        answer -> answer.url().endsWith("/quizzes/start-returns"), check::click);

        page().reload();
        assertThat(page().locator("#start-returns .quiz-verdict")).hasText("Right.");
        assertThat(quiz.getByLabel("It goes on at once.")).isChecked();
        assertThat(quiz.getByText("The new thread runs beside it.")).isVisible();
    }

    @Test
    void cards_of_a_lesson_are_reviewed_one_after_the_other_by_keyboard() {
        // From then on the server knows that the lesson was opened.
        page().waitForResponse(
                        answer -> answer.url().endsWith("/api/lessons/blocks"),
                        () -> openLesson("blocks"));
        page().getByRole(AriaRole.MAIN).getByText("Cards due").click();
        assertThat(page().locator(".review-question:visible")).hasText("What does join promise?");
        assertThat(page().locator(".review-answer:visible")).hasCount(0);
        Axe.assertNoViolation(page());

        page().keyboard().press("Space");
        assertThat(page().locator(".review-answer:visible")).hasText("That the thread has ended.");
        page().keyboard().press("4");
        assertThat(page().locator(".review-question:visible")).hasText("And what does it not?");
        page().getByText("Undo the last rating").click();
        assertThat(page().locator(".review-question:visible")).hasText("What does join promise?");
        page().keyboard().press("Space");
        page().keyboard().press("4");
        assertThat(page().locator(".review-question:visible")).hasText("And what does it not?");
        page().keyboard().press("Space");
        page().keyboard().press("4");

        assertThat(page().getByText("Done: no card is left for now.")).isVisible();
        page().reload();
        assertThat(page().getByText("The next card comes in 8 days.")).isVisible();
    }

    @Test
    void a_term_shows_its_definition_where_it_is_used() {
        openLesson("practice");
        var term = page().locator(".term-use");
        assertThat(term).hasText("things");

        term.hover();
        var popup = page().getByRole(AriaRole.TOOLTIP);
        assertThat(popup).containsText("A word of the trade is a thing.");
        assertThat(term).hasAttribute("aria-describedby", "term-popup");
        page().keyboard().press("Escape");
        assertThat(popup).isHidden();

        term.click();
        assertThat(page()).hasURL(Pattern.compile("/lessons/blocks#t-thing$"));
        page().getByRole(AriaRole.CONTENTINFO).getByText("Glossary").click();
        assertThat(page().locator(".glossary dt")).hasText(new String[] {"thing"});
    }

    @Test
    void a_narration_is_read_aloud_and_the_sentence_that_is_spoken_is_marked() {
        page().addInitScript(VOICE);
        openLesson("blocks");
        page().getByRole(AriaRole.BUTTON, named("Listen: Learning")).click();

        assertThat(page().locator("html"))
                .hasAttribute(
                        "data-said",
                        "This is said aloud.|This is said aloud.|And so is this.|And so is this.");
        assertThat(page().locator(".narration")).hasAttribute("open", "");
        assertThat(page().getByRole(AriaRole.BUTTON, named("Listen: Learning"))).isVisible();
    }

    @Test
    void a_note_is_written_by_keyboard_kept_found_and_removed() {
        openLesson("blocks");
        page().locator(".prose .notable").first().waitFor();
        page().keyboard().press("n");
        assertThat(page().locator(".notable:focus")).hasCount(1);
        page().keyboard().press("ArrowDown");
        page().keyboard().press("Enter");
        assertThat(page().locator(".own-note textarea:focus")).hasCount(1);
        page().waitForResponse(
                        ReadingTest::storesNote,
                        () -> page().keyboard().insertText("Ask about zyzzyva"));

        page().reload();
        assertThat(page().locator(".own-note textarea")).hasValue("Ask about zyzzyva");
        page().keyboard().press("/");
        page().locator(".search-input").fill("zyzzyva");
        assertThat(page().locator(".search-results a")).containsText("Your note");
        // The first empties the field, as in any search field, the second closes the search.
        page().keyboard().press("Escape");
        page().keyboard().press("Escape");
        assertThat(page().locator(".search-input")).isHidden();

        page().waitForResponse(
                        ReadingTest::storesNote, () -> page().getByText("Remove the note").click());
        assertThat(page().locator(".own-note")).hasCount(0);
        page().waitForResponse(
                        ReadingTest::storesNote,
                        () -> page().locator(".notice").getByText("Undo").click());
        assertThat(page().locator(".own-note textarea")).hasValue("Ask about zyzzyva");
        assertThat(page().locator(".own-note textarea")).isFocused();
        page().waitForResponse(
                        ReadingTest::storesNote, () -> page().getByText("Remove the note").click());
        assertThat(page().locator(".own-note")).hasCount(0);
        page().getByRole(AriaRole.CONTENTINFO).getByText("Your notes").click();
        assertThat(page().locator("main")).containsText("You have no notes yet");
    }

    private static boolean storesNote(Response response) {
        return response.request().method().equals("PUT")
                && response.url().contains("/notes/")
                && response.ok();
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
