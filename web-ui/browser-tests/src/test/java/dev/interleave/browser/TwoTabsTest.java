package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same lesson in two tabs. */
class TwoTabsTest extends BrowserTest {

    @Override
    boolean sharesServer() {
        return true;
    }

    @BeforeAll
    void begin_anew() {
        server().forgetWork("cells", "number", "twice", "free");
    }

    @Test
    void what_one_tab_types_and_runs_the_other_shows() {
        var one = openLesson("cells");
        var other = openLesson(anotherTab(), "cells");
        other.cell("free").code().waitFor();

        one.cell("free").write("\"from the first tab\"");
        one.cell("free").press("Control+Enter");

        assertThat(other.cell("free").code()).hasText("\"from the first tab\"");
        assertThat(other.cell("free").output()).containsText("⇒ \"from the first tab\"");
        assertThat(other.cell("free").state()).hasText(Pattern.compile("^Ran in"));
    }

    @Test
    void two_versions_are_shown_side_by_side_and_the_learner_chooses() {
        complaints().allow("net::ERR_FAILED");
        complaints().allow("409");
        var late = openLesson("cells");
        var other = openLesson(anotherTab(), "cells");
        page().route("**/draft", Route::abort);
        late.cell("free").write("\"late\"");
        assertThat(late.cell("free").figure()).containsText("not yet saved");
        other.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/draft") && answer.ok(),
                        () -> other.cell("free").write("\"first\""));

        page().unroute("**/draft");

        var conflict = late.cell("free").conflict();
        assertThat(conflict).containsText("\"late\"");
        assertThat(conflict).containsText("\"first\"");
        late.page().reload();
        assertThat(conflict).containsText("\"late\"");
        conflict.getByText("Keep this tab’s").click();
        assertThat(conflict).isHidden();
        assertThat(late.cell("free").code()).hasText("\"late\"");
        assertThat(other.cell("free").code()).hasText("\"late\"");
    }
}
