package dev.interleave.web.account.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.outgoing.TestIssuer;
import dev.interleave.web.outgoing.TestIssuer.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in at a service that the test plays, from the first click to the page of a lesson. */
@Timeout(300)
class OpenIdTest {

    private static final String SECRET = "shared+with us";

    @TempDir static Path data;
    private static TestIssuer service;
    private static TestServer server;
    private static TestBrowser admin;

    /** What the service says of a code, each of which it redeems once. */
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();

    private static final Map<String, Map<String, String>> ASKED = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        service = new TestIssuer();
        service.on("/.well-known/openid-configuration", e -> TestIssuer.answer(e, 200, offer()));
        service.on(
                "/token",
                exchange -> {
                    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
                    var form = TestIssuer.form(exchange);
                    var token = CODES.remove(form.get("code"));
                    if (token == null || !isRight(form, authorization)) {
                        TestIssuer.answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
                        return;
                    }
                    TestIssuer.answer(
                            exchange,
                            200,
                            """
                            {"access_token":"a","token_type":"Bearer","id_token":"%s"}\
                            """
                                    .formatted(token));
                });
        server = start(data, true);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
    }

    private static TestServer start(Path data, boolean newPeople) {
        return TestServer.withOpenId(
                data,
                Grader.refusing("Not graded."),
                new OpenIdSettings(
                        URI.create(service.issuer()), "us", SECRET, "Campus", newPeople));
    }

    private static String offer() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","response_types_supported":["code"],
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}\
        """
                .formatted(service.issuer());
    }

    /** The client's password, and that who redeems the code is who asked for it (PKCE). */
    private static boolean isRight(Map<String, String> form, String authorization) {
        var asked = ASKED.get(form.get("code"));
        var client =
                Base64.getEncoder()
                        .encodeToString(
                                ("us:" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
        return authorization.equals("Basic " + client)
                && form.get("redirect_uri").equals(asked.get("redirect_uri"))
                && challenge(form.get("code_verifier")).equals(asked.get("code_challenge"));
    }

    private static String challenge(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        admin.close();
        server.close();
        service.close();
    }

    /** What the browser was sent to the service with. */
    private static Map<String, String> begin(TestBrowser browser) {
        var answer = browser.get("/sign-in/openid?next=/glossary");
        assertThat(answer.statusCode()).isEqualTo(303);
        return asked(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> asked(String location) {
        assertThat(location).startsWith(service.issuer() + "/authorize?");
        return TestIssuer.fields(URI.create(location).getRawQuery());
    }

    /** The service signs somebody in and sends them back. */
    private static String back(Map<String, String> asked, String token) {
        var code = "code-" + asked.get("state");
        ASKED.put(code, asked);
        CODES.put(code, token);
        return "/sign-in/openid/back?state=%s&code=%s".formatted(asked.get("state"), code);
    }

    private static JWTClaimsSet.Builder claims(Map<String, String> asked, String subject) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(service.issuer())
                .audience("us")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"))
                .claim("preferred_username", "admin")
                .claim("name", "Name of " + subject)
                .claim("email", "admin")
                .claim("roles", Set.of("admin"))
                .claim("role", "admin");
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String subject) {
        var asked = begin(browser);
        return browser.get(back(asked, service.sign(claims(asked, subject).build())));
    }

    @Test
    void somebody_new_becomes_a_learner_and_is_known_again_whatever_else_the_token_says() {
        var logins = new HashSet<String>();
        for (var i = 0; i < 2; i++) {
            try (var browser = TestBrowser.at(server)) {
                var answer = signIn(browser, "ann");

                assertThat(answer.statusCode()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).contains("/glossary");
                var page = browser.get("/account").body();
                assertThat(page).contains("your role learner", "Name of ann");
                assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
                logins.add(page.replaceAll("(?s).*<strong>(.*?)</strong>.*", "$1"));
            }
        }
        assertThat(logins).hasSize(1).doesNotContain("admin");
        assertThat(admin.get("/audit").body()).contains("came for the first time");
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_token_signs_nobody_in(String why, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        refused(
                (browser, asked) ->
                        browser.get(
                                back(
                                        asked,
                                        service.sign(wrong.apply(claims(asked, "eve")).build()))));
    }

    static Stream<Arguments> a_wrong_token_signs_nobody_in() {
        return Stream.of(
                wrong("audience", claims -> claims.audience("them")),
                wrong("issuer", claims -> claims.issuer("https://evil.example")),
                wrong("nonce", claims -> claims.claim("nonce", "another")),
                wrong(
                        "expired",
                        claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))));
    }

    private static Arguments wrong(String why, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        return Arguments.of(why, wrong);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RIGHT")
    void a_token_that_the_service_did_not_sign_signs_nobody_in(Signature signature) {
        refused(
                (browser, asked) ->
                        browser.get(
                                back(
                                        asked,
                                        service.sign(claims(asked, "eve").build(), signature))));
    }

    /** What a browser does after it was sent to the service. */
    private interface Step {

        HttpResponse<String> of(TestBrowser browser, Map<String, String> asked);
    }

    private static void refused(Step step) {
        try (var browser = TestBrowser.at(server)) {
            assertThat(step.of(browser, begin(browser)).statusCode()).isEqualTo(401);
            assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_way_back_works_once_and_in_the_browser_that_left() {
        try (var browser = TestBrowser.at(server);
                var other = TestBrowser.at(server)) {
            var asked = begin(browser);
            begin(other);
            var token = service.sign(claims(asked, "bob").build());
            assertThat(other.get(back(asked, token)).statusCode()).isEqualTo(401);
            assertThat(browser.get(back(asked, token)).statusCode()).isEqualTo(401);

            var again = begin(browser);
            var way = back(again, service.sign(claims(again, "bob").build()));
            assertThat(browser.get(way).statusCode()).isEqualTo(303);
            assertThat(browser.get(way).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_code_that_was_used_or_begun_by_somebody_else_signs_nobody_in() {
        refused(
                (browser, asked) -> {
                    var code = "code-" + asked.get("state");
                    ASKED.put(code, asked);
                    return browser.get(
                            "/sign-in/openid/back?state=%s&code=%s"
                                    .formatted(asked.get("state"), code));
                });
        refused(
                (browser, asked) -> {
                    var theirs = begin(browser);
                    back(theirs, service.sign(claims(asked, "eve").build()));
                    return browser.get(
                            "/sign-in/openid/back?state=%s&code=code-%s"
                                    .formatted(asked.get("state"), theirs.get("state")));
                });
        refused(
                (browser, asked) ->
                        browser.get(
                                "/sign-in/openid/back?error=denied&state=" + asked.get("state")));
    }

    @Test
    void the_owner_of_an_account_links_it_with_the_password_and_nobody_else_can() {
        try (var carl = admin.invite("carl", "tutor");
                var dora = admin.invite("dora", "learner")) {
            assertThat(carl.form("/account/openid", "old", "wrong password").statusCode())
                    .isEqualTo(422);
            var theirs = link(carl);
            var way = back(theirs, service.sign(claims(theirs, "carl").build()));
            assertThat(carl.get(way).statusCode()).isEqualTo(303);
            var hers = link(dora);
            var taken = dora.get(back(hers, service.sign(claims(hers, "carl").build())));
            assertThat(taken.statusCode()).isEqualTo(409);
        }
        try (var browser = TestBrowser.at(server)) {
            signIn(browser, "carl");
            assertThat(browser.get("/account").body()).contains("<strong>carl</strong>");
            var id = TestBrowser.idOf("carl", admin.get("/accounts").body());
            admin.form("/accounts/" + id + "/blocked", "blocked", "yes");
            assertThat(signIn(browser, "carl").statusCode()).isEqualTo(403);
            admin.form("/accounts/" + id + "/blocked", "blocked", "no");
            signIn(browser, "carl");
            browser.form("/account/openid/unlink", "old", TestBrowser.PASSWORD);
            signIn(browser, "carl");
            assertThat(browser.get("/account").body()).doesNotContain("<strong>carl</strong>");
        }
    }

    private static Map<String, String> link(TestBrowser browser) {
        var page = browser.form("/account/openid", "old", TestBrowser.PASSWORD).body();
        return asked(
                page.replaceAll("(?s).*class=\"primary\" href=\"(.*?)\".*", "$1")
                        .replace("&amp;", "&"));
    }

    @Test
    void where_new_people_get_no_account_they_are_told_how_to_come_in(@TempDir Path other) {
        try (var closed = start(other, false);
                var browser = TestBrowser.at(closed)) {
            assertThat(browser.get("/sign-in").body()).contains("Sign in with Campus");
            var answer = signIn(browser, "ann");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("you have no account here").doesNotContain(SECRET);
        }
    }
}
