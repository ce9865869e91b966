package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The first morning of an instructor, from an empty folder on, with a learner and the real judge;
 * the pages of the class by the keyboard alone. Each test goes on where the last one ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ClassTest extends BrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int LEARNERS = 12;
    private static final String HALF =
            "class Greeter {\n"
                    + "    String greet(String name) {\n"
                    + "        return Words.hello() + \", \" + name;\n"
                    + "    }\n"
                    + "}\n";

    private String invitation;
    private String toHandIn;
    private String gradebook;

    @Override
    CourseProcess serve() {
        return CourseProcess.ofClass();
    }

    @Test
    @Order(1)
    void an_instructor_makes_a_class_imports_a_list_and_assigns_an_exercise() {
        page().navigate(server().firstLink().toString());
        type("Name", "Ada Admin");
        type("Login", "ada");
        type("Password, 10", PASSWORD);
        type("The same once more", PASSWORD);
        press("Set the password");
        followIn("Classes", "Classes");
        type("Its name", "Spring");
        press("Make it");
        heading("Spring");

        follow("import a list");
        heading("Import learners");
        type("Comma-separated", roster());
        press("Look what will happen");
        assertThat(page().locator("tbody tr")).hasCount(LEARNERS);
        look();
        press("Import " + LEARNERS + " learners");
        heading(LEARNERS + " learners are in the class");
        invitation = page().locator("tbody code").first().textContent();
        assertThat(invitation).startsWith(server().address().toString());

        follow("Spring");
        heading("Spring");
        press("Assign");
        assertThat(page().locator("tbody th")).hasText("A greeting");
        look();
        toHandIn = page().locator("tbody th a").getAttribute("href");
    }

    @Test
    @Order(2)
    void a_learner_hands_in_and_reads_the_result_of_the_real_judge() {
        page().navigate(invitation);
        type("Password, 10", PASSWORD);
        type("The same once more", PASSWORD);
        press("Set the password");
        followIn("Classes", "Classes");
        follow("Spring");
        follow("A greeting");
        heading("A greeting");
        tabTo(page().getByLabel("Greeter.java"));
        page().keyboard().press("ControlOrMeta+a");
        page().keyboard().insertText(HALF);
        press("Hand in");

        // It follows the grading by itself.
        assertThat(page().locator("#handed-in")).containsText("5 of 10 points");
        assertThat(page().locator("#handed-in")).containsText("nobody is greeted, too");
        look();
    }

    @Test
    @Order(3)
    void a_learner_shares_the_timeline_of_a_cell_of_his_own_and_who_teaches_opens_it() {
        signIn("learner00");
        var lesson = openLesson("cells");
        lesson.cell("number").press("Alt+Enter");
        var cell = lesson.cell("own_1");
        cell.write("Thread.ofVirtual().name(\"mine\").start(() -> {}).join();");
        cell.button("Timeline").click();
        page().locator(".trace").getByText("Threads", exactly()).click();
        assertThat(thread("mine")).isVisible();
        page().locator(".trace").getByText("Link to this view", exactly()).click();
        var timeline = page().locator(".trace-linked input").inputValue();

        profile(new NewContextOptions());
        signIn("ada");
        page().navigate(timeline);

        assertThat(page().locator(".trace")).containsText("a cell that the learner added");
        assertThat(thread("mine")).isVisible();
        look();
    }

    @Test
    @Order(4)
    void the_instructor_looks_changes_a_test_and_grades_again_with_preview_and_undo()
            throws IOException {
        signIn("ada");
        page().navigate(server().address() + toHandIn.replaceAll("/exercises/.*", "/grades"));
        heading("Gradebook");
        gradebook = page().url();
        assertThat(row("Learner 00")).containsText("5");
        assertThat(row("Learner 01")).containsText("missing");
        look();
        var before = export();

        followIn("Gradebook", "5");
        heading("Learner 00: A greeting");
        look();
        page().keyboard().press("n");
        heading("Learner 01: A greeting");
        page().keyboard().press("p");
        heading("Learner 00: A greeting");

        changeTest();
        page().navigate(gradebook);
        followIn("Gradebook", "Grade again");
        heading("Grade again: A greeting");
        press("Grade it again");
        assertThat(page().locator("#regradings")).containsText("1 of 1 hand-ins would change");
        assertThat(page().locator("tbody tr")).containsText("+5");
        look();
        press("Apply it");
        assertThat(page().locator("#regradings")).containsText("It was applied");
        assertThat(export()).isNotEqualTo(before).contains("10.00");
        press("Undo it");
        assertThat(page().locator("#regradings")).containsText("all points are what they were");
        assertThat(export()).isEqualTo(before).contains("5.00");
    }

    private static String roster() {
        return IntStream.range(0, LEARNERS)
                .mapToObj("Learner %1$02d,learner%1$02d,A"::formatted)
                .collect(Collectors.joining("\n", "name,login,section\n", "\n"));
    }

    /** Now nobody may be greeted as if by name. */
    private void changeTest() throws IOException {
        var test = server().exercises().resolve("greeting/tests/GreeterTest.java");
        var text = Files.readString(test);
        var changed = text.replace("isEqualTo(\"Hello\")", "isEqualTo(\"Hello, \")");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(test, changed);
    }

    private String export() throws IOException {
        var here = page().url();
        page().navigate(gradebook);
        Download file = page().waitForDownload(() -> follow("CSV with commas"));
        var csv = Files.readString(file.path());
        page().navigate(here);
        return csv;
    }

    private void signIn(String login) {
        page().navigate(server().address().resolve("/sign-in").toString());
        type("Login", login);
        type("Password", PASSWORD);
        press("Sign in");
        assertThat(page().locator(".visitor"))
                .containsText(login.equals("ada") ? "Ada" : "Learner");
    }

    /** A thread in the table of a timeline. */
    private Locator thread(String name) {
        return page().locator(".trace")
                .getByRole(AriaRole.ROWHEADER, new Locator.GetByRoleOptions().setName(name));
    }

    private Locator row(String name) {
        return page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void heading(String text) {
        assertThat(page().locator("h1")).hasText(text);
        // Then the scripts hear keys, too.
        page().waitForLoadState();
    }

    private void type(String label, String text) {
        tabTo(page().getByLabel(label, new GetByLabelOptions()).first());
        page().keyboard().press("ControlOrMeta+a");
        page().keyboard().insertText(text);
    }

    private void press(String button) {
        activate(page().getByRole(AriaRole.BUTTON, named(button)).first());
    }

    private void follow(String link) {
        activate(page().locator("main").getByText(link, exactly()).first());
    }

    /** A link in a part of the page that has a name. */
    private void followIn(String part, String link) {
        var region =
                part.equals("Classes")
                        ? page().locator(".visitor")
                        : page().locator("[aria-label=\"" + part + "\"]");
        activate(region.getByText(link, exactly()).first());
    }

    private void activate(Locator target) {
        tabTo(target);
        page().keyboard().press("Enter");
    }

    /** Moves the focus as somebody does who has no mouse. */
    private void tabTo(Locator target) {
        target.waitFor();
        var most = page().locator("a, button, input, select, textarea, [tabindex]").count() + 10;
        for (var i = 0; i < most; i++) {
            page().keyboard().press("Tab");
            if ((Boolean) target.evaluate("each => each === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + target);
    }

    private void look() {
        for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page().emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
            Axe.assertNoViolation(page());
        }
        page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
