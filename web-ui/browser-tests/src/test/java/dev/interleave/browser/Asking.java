package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Questions of an editor: a busy server says nothing rather than late; then one asks again. */
final class Asking {

    private static final double BEFORE_ASKING_AGAIN = 15_000;

    private static final int MOST_QUESTIONS = 20;

    private Asking() {}

    /** Does it again until the element is there. */
    static void until(Locator element, Runnable question) {
        for (var questions = 1; questions < MOST_QUESTIONS; questions++) {
            question.run();
            try {
                element.first()
                        .waitFor(
                                new Locator.WaitForOptions()
                                        .setState(WaitForSelectorState.VISIBLE)
                                        .setTimeout(BEFORE_ASKING_AGAIN));
                return;
            } catch (TimeoutError e) {
                // Asked again.
            }
        }
        question.run();
        assertThat(element.first()).isVisible();
    }
}
