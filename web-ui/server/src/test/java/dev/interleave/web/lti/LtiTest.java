package dev.interleave.web.lti;

import static dev.interleave.web.lti.TestLaunches.CLAIM;
import static dev.interleave.web.lti.TestLaunches.INSTRUCTOR;
import static dev.interleave.web.lti.TestLaunches.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.outgoing.TestIssuer;
import dev.interleave.web.outgoing.TestIssuer.Signature;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

/** A learning platform that the test plays sends people, from its link to a page of ours. */
@Timeout(300)
class LtiTest {

    private static final String CHOICE = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    @TempDir static Path data;
    private static TestIssuer platform;
    private static TestServer server;
    private static TestBrowser admin;
    private static TestLaunches launches;

    @BeforeAll
    static void start() throws IOException {
        platform = new TestIssuer();
        server = TestServer.withAccounts(data, TestServer.COURSE, Grader.refusing("Not graded."));
        launches = new TestLaunches(platform, server);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        assertThat(register("us", platform.issuer() + "/keys").statusCode()).isEqualTo(303);
    }

    @AfterAll
    static void close() {
        admin.close();
        server.close();
        platform.close();
    }

    private static HttpResponse<String> register(String client, String keys) {
        return launches.register(admin, client, keys);
    }

    @Test
    void an_instructor_makes_the_class_of_a_course_and_its_learners_are_in_it() {
        UnaryOperator<JWTClaimsSet.Builder> asIs = claims -> claims;
        try (var learner = TestBrowser.at(server);
                var teacher = TestBrowser.at(server)) {
            assertThat(launches.launch(learner, asIs, "lea", "c1", LEARNER).statusCode())
                    .isEqualTo(409);
            var arrived = launches.launch(teacher, asIs, "tom", "c1", INSTRUCTOR);
            var path = arrived.headers().firstValue("Location").orElseThrow();
            assertThat(path).startsWith("/classes/");
            assertThat(teacher.get(path).body()).contains("Course c1", "Assign an exercise");
            assertThat(teacher.get("/account").body()).contains("your role learner");
            assertThat(teacher.get("/accounts").statusCode()).isEqualTo(403);

            var again = launches.launch(learner, asIs, "lea", "c1", LEARNER);
            assertThat(again.headers().firstValue("Location")).contains(path);
            assertThat(learner.get(path).statusCode()).isEqualTo(200);
            assertThat(learner.get(path + "/members").statusCode()).isEqualTo(403);
            assertThat(teacher.get(path + "/members").body())
                    .contains("Name of lea", "Name of tom");
            launches.launch(teacher, asIs, "tom", "c1", LEARNER);
            assertThat(teacher.get(path + "/members").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_link_leads_to_its_lesson_or_to_the_class() {
        try (var teacher = TestBrowser.at(server)) {
            var lesson =
                    launches.launch(
                            teacher,
                            claims -> claims.claim(CLAIM + "custom", Map.of("lesson", "two-cells")),
                            "tim",
                            "c2",
                            INSTRUCTOR);
            assertThat(lesson.headers().firstValue("Location")).contains("/lessons/two-cells");
            var unknown =
                    launches.launch(
                            teacher,
                            claims -> claims.claim(CLAIM + "custom", Map.of("lesson", "../x")),
                            "tim",
                            "c2",
                            INSTRUCTOR);
            assertThat(unknown.headers().firstValue("Location").orElseThrow())
                    .startsWith("/classes/");
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_message_lets_nobody_in(String why, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        refused(asked -> platform.sign(wrong.apply(evil(asked)).build()));
    }

    static Stream<Arguments> a_wrong_message_lets_nobody_in() {
        return Stream.of(
                wrong("audience", claims -> claims.audience("them")),
                wrong("issuer", claims -> claims.issuer("https://evil.example")),
                wrong("nonce", claims -> claims.claim("nonce", "another")),
                wrong(
                        "expired",
                        claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                wrong("deployment", claims -> claims.claim(CLAIM + "deployment_id", "8")),
                wrong("no deployment", claims -> claims.claim(CLAIM + "deployment_id", null)),
                wrong("version", claims -> claims.claim(CLAIM + "version", "1.1")),
                wrong("kind", claims -> claims.claim(CLAIM + "message_type", "LtiOther")),
                wrong("no link", claims -> claims.claim(CLAIM + "resource_link", null)),
                wrong("no course", claims -> claims.claim(CLAIM + "context", null)),
                wrong(
                        "another server",
                        claims -> claims.claim(CLAIM + "target_link_uri", "https://evil.example")));
    }

    private static Arguments wrong(String why, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        return Arguments.of(why, wrong);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RIGHT")
    void a_message_that_the_platform_did_not_sign_lets_nobody_in(Signature signature) {
        refused(asked -> platform.sign(evil(asked).build(), signature));
    }

    private static JWTClaimsSet.Builder evil(Map<String, String> asked) {
        return launches.claims(asked, "eve", "c3", INSTRUCTOR);
    }

    private static void refused(Function<Map<String, String>, String> token) {
        try (var browser = TestBrowser.at(server)) {
            var asked = launches.begin(browser, launches.here() + "/lti/launch");
            assertThat(launches.post(browser, asked, token.apply(asked)).statusCode())
                    .isEqualTo(401);
            assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_message_counts_once_and_in_the_browser_that_asked_for_it() {
        try (var browser = TestBrowser.at(server);
                var other = TestBrowser.at(server)) {
            var asked = launches.begin(browser, launches.here() + "/lti/launch");
            var token = platform.sign(launches.claims(asked, "ann", "c4", INSTRUCTOR).build());
            var key =
                    launches.post(browser, asked, token)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            assertThat(launches.post(browser, asked, token).statusCode()).isEqualTo(401);
            launches.begin(other, launches.here() + "/lti/launch");
            assertThat(other.get(key).statusCode()).isEqualTo(401);
            assertThat(browser.get(key).statusCode()).isEqualTo(401);

            var later = launches.begin(browser, launches.here() + "/lti/launch");
            assertThat(launches.post(browser, later, token).statusCode()).isEqualTo(401);
            var unknown = Map.of("state", "made-up", "nonce", asked.get("nonce"));
            assertThat(launches.post(browser, unknown, token).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void in_a_frame_of_the_platform_there_is_a_link_that_leads_out_of_it() {
        try (var browser = TestBrowser.at(server)) {
            var framed =
                    browser.send(
                            browser.request(launches.login(launches.here() + "/lti/launch"))
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .header("Sec-Fetch-Dest", "iframe")
                                    .GET());

            assertThat(framed.statusCode()).isEqualTo(200);
            assertThat(framed.body()).contains("target=\"_blank\"", "/lti/login?iss=");
            assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("frame-ancestors " + platform.issuer() + ";");
            assertThat(
                            browser.get("/sign-in")
                                    .headers()
                                    .firstValue("Content-Security-Policy")
                                    .orElseThrow())
                    .contains("frame-ancestors 'none'");
            var elsewhere = browser.get(launches.login("https://evil.example/lti/launch"));
            assertThat(elsewhere.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void an_instructor_chooses_what_a_link_leads_to_and_the_platform_can_check_the_answer()
            throws Exception {
        try (var browser = TestBrowser.at(server)) {
            var page = choose(browser, "tom", INSTRUCTOR, platform.issuer() + "/return");
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            var key = page.body().replaceAll("(?s).*name=\"key\" value=\"(.*?)\".*", "$1");
            var given = browser.form("/lti/choose", "key", key, "what", "lesson:two-cells").body();
            assertThat(given).contains("action=\"" + platform.issuer() + "/return\"");
            var answer =
                    SignedJWT.parse(given.replaceAll("(?s).*name=\"JWT\" value=\"(.*?)\".*", "$1"));
            var ours = JWKSet.parse(browser.get("/lti/keys").body());
            var published = ours.getKeyByKeyId(answer.getHeader().getKeyID()).toRSAKey();
            assertThat(published.isPrivate()).isFalse();
            assertThat(answer.verify(new RSASSAVerifier(published))).isTrue();
            var claims = answer.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo("us");
            assertThat(claims.getAudience()).containsExactly(platform.issuer());
            assertThat(claims.getStringClaim(CHOICE + "data")).isEqualTo("d");
            assertThat(claims.getClaim(CHOICE + "content_items").toString())
                    .contains("two-cells", launches.here() + "/lti/launch");
            assertThat(
                            browser.form("/lti/choose", "key", key, "what", "lesson:two-cells")
                                    .statusCode())
                    .isEqualTo(401);
            assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        }
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("lti-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void no_learner_makes_links_and_no_answer_goes_elsewhere() {
        try (var browser = TestBrowser.at(server)) {
            var learner = choose(browser, "lea", LEARNER, platform.issuer() + "/return");
            assertThat(learner.statusCode()).isEqualTo(403);
            var away = choose(browser, "tom", INSTRUCTOR, "https://evil.example/return");
            assertThat(away.statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> choose(
            TestBrowser browser, String who, String role, String back) {
        var asked = launches.begin(browser, launches.here() + "/lti/choose");
        var claims =
                launches.claims(asked, who, "c5", role)
                        .claim(CLAIM + "message_type", "LtiDeepLinkingRequest")
                        .claim(
                                CHOICE + "deep_linking_settings",
                                Map.of(
                                        "deep_link_return_url",
                                        back,
                                        "accept_types",
                                        List.of("link", "ltiResourceLink"),
                                        "data",
                                        "d"));
        return launches.post(browser, asked, platform.sign(claims.build()));
    }

    @Test
    void a_platform_is_registered_once_by_an_admin_and_with_tls() {
        assertThat(register("other", "http://10.0.0.1/keys").statusCode()).isEqualTo(422);
        assertThat(register("us", platform.issuer() + "/keys").statusCode()).isEqualTo(422);
        assertThat(register("second", platform.issuer() + "/keys").statusCode()).isEqualTo(303);
        var page = admin.get("/platforms").body();
        var id = page.replaceAll("(?s).*<td>second</td>.*?/platforms/([0-9a-f]+)/remove.*", "$1");
        admin.form("/platforms/" + id + "/remove");
        assertThat(admin.get("/platforms").body()).doesNotContain("<td>second</td>");
        assertThat(admin.get("/audit").body())
                .contains("registered the learning platform", "removed the learning platform");
    }
}
