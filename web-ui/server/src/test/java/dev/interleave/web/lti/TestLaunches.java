package dev.interleave.web.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.outgoing.TestIssuer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** People whom a platform that the test plays sends to a server. */
record TestLaunches(TestIssuer issuer, TestServer server) {

    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
    static final String INSTRUCTOR = VOCABULARY + "membership#Instructor";
    static final String LEARNER = VOCABULARY + "membership#Learner";

    /** Registers the platform at the server. */
    HttpResponse<String> register(TestBrowser admin, String client, String keys) {
        return admin.form(
                "/platforms",
                "name",
                "Campus Moodle",
                "issuer",
                issuer.issuer(),
                "client",
                client,
                "deployment",
                "7",
                "login",
                issuer.issuer() + "/auth",
                "access",
                issuer.issuer() + "/token",
                "keys",
                keys,
                "services",
                "");
    }

    String here() {
        return server.address().toString();
    }

    /** What the browser was sent to the platform with, after it followed a link there. */
    Map<String, String> begin(TestBrowser browser, String target) {
        var answer = browser.get(login(target));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(issuer.issuer() + "/auth?");
        return TestIssuer.fields(URI.create(location).getRawQuery());
    }

    String login(String target) {
        return "/lti/login?client_id=us&login_hint=5&lti_message_hint=6&iss=%s&target_link_uri=%s"
                .formatted(encoded(issuer.issuer()), encoded(target));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JWTClaimsSet.Builder claims(
            Map<String, String> asked, String subject, String course, String... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer.issuer())
                .audience("us")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"))
                .claim("name", "Name of " + subject)
                .claim(CLAIM + "deployment_id", "7")
                .claim(CLAIM + "version", "1.3.0")
                .claim(CLAIM + "message_type", "LtiResourceLinkRequest")
                .claim(CLAIM + "target_link_uri", here() + "/lti/launch")
                .claim(CLAIM + "resource_link", Map.of("id", "link-1"))
                .claim(CLAIM + "context", Map.of("id", course, "title", "Course " + course))
                .claim(CLAIM + "roles", List.of(roles));
    }

    /** As a page of the platform sends it. */
    HttpResponse<String> post(TestBrowser browser, Map<String, String> asked, String token) {
        var form = "state=%s&id_token=%s".formatted(encoded(asked.get("state")), encoded(token));
        return browser.send(
                browser.request("/lti/launch")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", issuer.issuer())
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> follow(TestBrowser browser, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return browser.get(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The answer to somebody who follows a link, after that with which browsers come back. */
    HttpResponse<String> launch(
            TestBrowser browser, UnaryOperator<JWTClaimsSet.Builder> change, String... who) {
        var asked = begin(browser, here() + "/lti/launch");
        var claims = change.apply(claims(asked, who[0], who[1], who[2]));
        return follow(browser, post(browser, asked, issuer.sign(claims.build())));
    }
}
