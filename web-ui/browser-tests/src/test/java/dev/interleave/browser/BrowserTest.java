package dev.interleave.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every journey needs: a server of its own for each class, the browser of all classes, and for
 * each test a new profile with one tab. A test fails when the browser complained.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedResolver.class)
abstract class BrowserTest {

    /**
     * Milliseconds; a backstop only, for busy machines. Shorter is of use while one writes a test.
     */
    private static final double PATIENCE = Integer.getInteger("patience", 180_000);

    private Chromium chromium;
    private CourseProcess server;
    private BrowserContext context;
    private Complaints complaints;
    private Page page;

    @BeforeAll
    void startAll(Shared shared) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        chromium = shared.chromium();
        server = sharesServer() ? shared.course() : serve();
    }

    @AfterAll
    void endAll() {
        if (server != null && !sharesServer()) {
            server.close();
        }
    }

    @BeforeEach
    void openTab() {
        profile(new NewContextOptions());
    }

    @AfterEach
    void noComplaints() {
        var all = complaints.all();
        context.close();
        assertThat(all).as("what the browser complained about").isEmpty();
    }

    /**
     * Whether the class takes the server that other classes use too. Its tests then leave alone
     * what they do not reset before they begin.
     */
    boolean sharesServer() {
        return false;
    }

    /** The server of this class alone. */
    CourseProcess serve() {
        return CourseProcess.ofTests();
    }

    CourseProcess server() {
        return server;
    }

    Page page() {
        return page;
    }

    Complaints complaints() {
        return complaints;
    }

    /** Begins anew with another profile. */
    void profile(NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        options.setReducedMotion(ReducedMotion.REDUCE);
        options.setPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        complaints = Complaints.of(context, server.address());
        page = context.newPage();
    }

    /** Another tab of the same profile. */
    Page anotherTab() {
        return context.newPage();
    }

    BrowserContext context() {
        return context;
    }

    void openMap() {
        page.navigate(server.address().toString());
    }

    LessonTab openLesson(String id) {
        return openLesson(page, id);
    }

    LessonTab openLesson(Page tab, String id) {
        tab.navigate(server.address().resolve("/lessons/" + id).toString());
        return new LessonTab(tab);
    }
}
