package dev.interleave.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Grader;
import dev.interleave.web.ServerSettings;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Accounts as those who have them see them. Each test has people of its own. */
@Timeout(300)
class AccountsTest {

    private static final String DRAFT = "/api/lessons/first-cell/cells/hello/draft";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir static Path data;
    @TempDir static Path other;
    private static TestServer server;
    private static TestBrowser admin;

    @BeforeAll
    static void start() {
        server = TestServer.withAccounts(data, TestServer.COURSE, Grader.refusing("Not graded."));
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
    }

    @AfterAll
    static void close() {
        admin.close();
        server.close();
    }

    @Test
    void the_first_link_makes_one_admin() {
        try (var second = TestBrowser.at(server)) {
            assertThat(admin.get("/accounts").body()).contains("Ada Admin");
            assertThat(second.get(server.firstLink()).statusCode()).isEqualTo(404);
            assertThat(second.form(server.firstLink(), "login", "eve", "name", "Eve").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void who_is_not_signed_in_is_asked_to_and_then_led_on() {
        try (var ann = admin.invite("ann", "learner");
                var again = TestBrowser.at(server)) {
            assertThat(again.get("/lessons/first-cell").headers().firstValue("Location"))
                    .hasValueSatisfying(
                            to -> assertThat(to).endsWith("/sign-in?next=%2Flessons%2Ffirst-cell"));
            assertThat(again.get(DRAFT.replace("/cells/hello/draft", "")).statusCode())
                    .isEqualTo(401);
            var in =
                    again.form(
                            "/sign-in",
                            "login",
                            " ANN ",
                            "password",
                            TestBrowser.PASSWORD,
                            "next",
                            "/lessons/first-cell");
            assertThat(in.headers().firstValue("Location").orElseThrow())
                    .endsWith("/lessons/first-cell");
            assertThat(again.get("/").body()).contains("Name of ann");
            assertThat(ann.get("/").body()).contains("Name of ann");
        }
    }

    @Test
    void signing_in_leads_to_no_other_site() {
        try (var ben = admin.invite("ben", "learner")) {
            for (var next : new String[] {"//evil.example", "/\\evil", "https://evil.example"}) {
                var in =
                        ben.form(
                                "/sign-in",
                                "login",
                                "ben",
                                "password",
                                TestBrowser.PASSWORD,
                                "next",
                                next);
                assertThat(in.headers().firstValue("Location").orElseThrow())
                        .doesNotContain("evil");
            }
        }
    }

    @Test
    void everybody_has_their_own_work() {
        try (var cleo = admin.invite("cleo", "learner");
                var dan = admin.invite("dan", "learner")) {
            cleo.command("PUT", DRAFT, "{\"text\":\"of cleo\",\"base\":0}");

            assertThat(cleo.get("/api/lessons/first-cell").body()).contains("of cleo");
            assertThat(dan.get("/api/lessons/first-cell").body()).doesNotContain("of cleo");
            assertThat(admin.get("/api/lessons/first-cell").body()).doesNotContain("of cleo");
        }
    }

    @Test
    void guessing_passwords_becomes_slow() {
        try (var _ = admin.invite("eli", "learner");
                var guest = TestBrowser.at(server)) {
            for (var i = 0; i < 5; i++) {
                assertThat(guest.signIn("eli", "guess number " + i).statusCode()).isEqualTo(401);
            }
            var late = guest.signIn("eli", TestBrowser.PASSWORD);

            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(late.body()).contains("Too many tries failed");
            assertThat(guest.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void signing_out_everywhere_ends_every_browser() {
        try (var first = admin.invite("fay", "learner");
                var second = TestBrowser.at(server)) {
            second.signIn("fay", TestBrowser.PASSWORD);
            assertThat(second.get("/account").statusCode()).isEqualTo(200);
            first.form("/account/sign-out-everywhere");

            assertThat(first.get("/account").statusCode()).isEqualTo(303);
            assertThat(second.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void who_is_blocked_is_out_and_stays_out() {
        try (var gus = admin.invite("gus", "learner")) {
            var id = TestBrowser.idOf("gus", admin.get("/accounts").body());
            admin.form("/accounts/" + id + "/blocked", "blocked", "yes");

            assertThat(gus.get("/account").statusCode()).isEqualTo(303);
            assertThat(gus.signIn("gus", TestBrowser.PASSWORD).statusCode()).isEqualTo(401);
            assertThat(admin.get("/audit").body()).contains("blocked gus");
        }
    }

    @Test
    void the_last_admin_stays_one() {
        var refused = admin.form("/accounts/local/blocked", "blocked", "yes");

        assertThat(refused.body()).contains("the last admin");
        assertThat(admin.form("/accounts/local/role", "role", "learner").statusCode())
                .isEqualTo(422);
        assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_does_nothing() {
        var withoutToken = admin.formWith("", "/accounts", "login", "mallory", "name", "M");
        var elsewhere =
                admin.send(
                        admin.request("/accounts")
                                .header("Content-Type", FORM)
                                .header("Origin", "https://evil.example")
                                .POST(BodyPublishers.ofString("login=mallory&name=M")));
        var fromNowhere =
                admin.send(
                        admin.request("/accounts")
                                .header("Content-Type", FORM)
                                .POST(BodyPublishers.ofString("login=mallory&name=M")));

        assertThat(withoutToken.statusCode()).isEqualTo(403);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(fromNowhere.statusCode()).isEqualTo(403);
        assertThat(admin.get("/accounts").body()).doesNotContain("mallory");
    }

    @Test
    void passwords_have_to_be_long_and_typed_twice_alike() {
        var link =
                TestBrowser.link(
                        admin.form("/accounts", "login", "hal", "name", "Hal", "role", "tutor")
                                .body());
        try (var hal = TestBrowser.at(server)) {
            assertThat(hal.form(link, "password", "short", "again", "short").body())
                    .contains("10 characters at least");
            assertThat(hal.form(link, "password", "long enough 1", "again", "other").body())
                    .contains("differ");
            assertThat(
                            hal.form(link, "password", "long enough 1", "again", "long enough 1")
                                    .statusCode())
                    .isEqualTo(303);
            assertThat(hal.get("/account").body()).contains("tutor");
        }
    }

    @Test
    void the_cookie_is_for_this_server_alone_and_behind_tls_secure() {
        try (var guest = TestBrowser.at(server);
                var ivy = admin.invite("ivy", "learner")) {
            assertThat(ivy.get("/account").statusCode()).isEqualTo(200);
            assertThat(cookie(guest, "ivy"))
                    .startsWith("interleave=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure", "Domain");
        }
        var behindTls =
                new ServerSettings("127.0.0.1", 0, false, URI.create("https://course.example"));
        try (var secure =
                        TestServer.withAccounts(
                                other, TestServer.COURSE, Grader.refusing("Not."), behindTls);
                var guest = TestBrowser.at(secure)) {
            var made =
                    guest.form(
                            secure.firstLink(),
                            "login",
                            "a",
                            "name",
                            "A",
                            "password",
                            TestBrowser.PASSWORD,
                            "again",
                            TestBrowser.PASSWORD);
            assertThat(made.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-interleave=")
                    .contains("HttpOnly", "SameSite=Lax", "Secure");
        }
    }

    private static String cookie(TestBrowser guest, String login) {
        return guest.signIn(login, TestBrowser.PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }
}
