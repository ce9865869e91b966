package dev.interleave.web.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import dev.interleave.web.account.Role;
import dev.interleave.web.outgoing.Outgoing;
import dev.interleave.web.outgoing.TestIssuer;
import dev.interleave.web.progress.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and roles of a course, from a platform that the test plays. */
@Timeout(300)
class PlatformMembersTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final String TOKEN =
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"scope\":\"%s\"}";
    private static final String MEMBER =
            "{\"user_id\":\"%1$s\",\"name\":\"Name of %1$s\",\"roles\":"
                    + "[\"http://purl.imsglobal.org/vocab/lis/v2/membership#Learner\"]}";

    @TempDir static Path data;
    private static TestIssuer server;
    private static ToolKey key;

    /** What the token address was asked with, and the tokens with which members were. */
    private static final List<Map<String, String>> ASKED =
            Collections.synchronizedList(new ArrayList<>());

    private static final List<String> USED = Collections.synchronizedList(new ArrayList<>());
    private static volatile TestIssuer.Answer tokens;
    private static volatile TestIssuer.Answer members;

    @BeforeAll
    static void start() throws IOException {
        try (var database = Database.open(data)) {
            key = new ToolKey(database.privateFile("lti-key.json"));
        }
        server = new TestIssuer();
        server.on("/token", exchange -> tokens.to(exchange));
        server.on(
                "/members",
                exchange -> {
                    USED.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    members.to(exchange);
                });
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void allow() {
        ASKED.clear();
        USED.clear();
        tokens = exchange -> give(exchange, 3600, PlatformMembers.SCOPE);
        members = exchange -> TestIssuer.answer(exchange, 200, page("ann"));
    }

    private static void give(HttpExchange exchange, int seconds, String scope) throws IOException {
        ASKED.add(TestIssuer.form(exchange));
        var name = "token-" + ASKED.size();
        TestIssuer.answer(exchange, 200, TOKEN.formatted(name, seconds, scope));
    }

    private static String page(String... subjects) {
        var all = String.join(",", List.of(subjects).stream().map(MEMBER::formatted).toList());
        return "{\"id\":\"x\",\"context\":{\"id\":\"c1\"},\"members\":[" + all + "]}";
    }

    private static List<PlatformMember> read(int times) throws PlatformProblem {
        var issuer = URI.create(server.issuer());
        var platform =
                new Platform(
                        "p",
                        "Campus",
                        server.issuer(),
                        "us",
                        "7",
                        issuer,
                        issuer.resolve("/token"),
                        server.keys(),
                        List.of());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (var outgoing = new Outgoing(platform::owns)) {
            var service =
                    new PlatformService(
                            platform, outgoing, new ServiceTokens(platform, outgoing, key, clock));
            List<PlatformMember> last = List.of();
            for (var i = 0; i < times; i++) {
                last = PlatformMembers.read(service, issuer.resolve("/members?course=1"), "c1");
            }
            return last;
        }
    }

    private static void refused(String why) {
        assertThatThrownBy(() -> read(1))
                .isInstanceOf(PlatformProblem.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_token_is_asked_for_with_a_signed_assertion_and_kept() throws Exception {
        assertThat(read(2)).containsExactly(new PlatformMember("ann", "Name of ann", Role.LEARNER));

        assertThat(ASKED).hasSize(1);
        assertThat(USED).containsExactly("Bearer token-1", "Bearer token-1");
        var asked = ASKED.getFirst();
        assertThat(asked)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", PlatformMembers.SCOPE)
                .containsEntry(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var assertion = SignedJWT.parse(asked.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(key.key().toRSAPublicKey()))).isTrue();
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("us");
        assertThat(claims.getSubject()).isEqualTo("us");
        assertThat(claims.getAudience()).containsExactly(server.issuer() + "/token");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(300));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void a_token_that_is_about_to_end_is_replaced_before() throws Exception {
        tokens = exchange -> give(exchange, 59, PlatformMembers.SCOPE);
        read(2);

        assertThat(USED).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void a_token_that_the_platform_knows_no_more_is_replaced_once() throws Exception {
        members =
                exchange -> {
                    var known = !USED.getLast().equals("Bearer token-1");
                    TestIssuer.answer(exchange, known ? 200 : 401, page("ann"));
                };
        assertThat(read(1)).hasSize(1);
        assertThat(USED).containsExactly("Bearer token-1", "Bearer token-2");

        members = exchange -> TestIssuer.answer(exchange, 401, "{}");
        refused("Campus does not let this server use this service (401)");
        assertThat(USED).hasSize(4);
    }

    @Test
    void what_the_platform_does_not_allow_is_said() {
        tokens = exchange -> give(exchange, 3600, "https://example.org/another");
        refused("Campus does not allow this server this service");
        tokens = exchange -> TestIssuer.answer(exchange, 400, "{\"error\":\"invalid_scope\"}");
        refused("Campus does not allow this server this service");
        tokens = exchange -> TestIssuer.answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        refused("Campus gave no access token: invalid_client");
        tokens = exchange -> TestIssuer.answer(exchange, 200, "no token");
        refused("is no access token");
        assertThat(USED).isEmpty();
    }

    @Test
    void pages_follow_each_other_and_those_who_left_are_left_out() throws Exception {
        members =
                exchange -> {
                    var query = exchange.getRequestURI().getQuery();
                    var first = query.equals("course=1&limit=200");
                    if (first) {
                        exchange.getResponseHeaders()
                                .add(
                                        "Link",
                                        "<%s/members?d>; rel=\"differences\", </members?p=2>;rel=next"
                                                .formatted(server.issuer()));
                    }
                    var second =
                            page("ben", "cem")
                                    .replace(
                                            "{\"user_id\":\"cem\"",
                                            "{\"status\":\"Inactive\"," + "\"user_id\":\"cem\"");
                    TestIssuer.answer(exchange, 200, first ? page("ann", "ben") : second);
                };

        assertThat(read(1)).extracting(PlatformMember::subject).containsExactly("ann", "ben");
    }

    @Test
    void a_course_that_is_too_large_is_not_read_to_its_end() {
        members =
                exchange -> {
                    var number = USED.size();
                    exchange.getResponseHeaders()
                            .add("Link", "</members?p=%d>; rel=\"next\"".formatted(number));
                    var subjects =
                            IntStream.range(0, 2_000)
                                    .mapToObj(i -> "%d-%d".formatted(number, i))
                                    .toArray(String[]::new);
                    TestIssuer.answer(exchange, 200, page(subjects));
                };

        refused("more than 5000 members");
        assertThat(USED).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{}",
                "{\"members\":{}}",
                "{\"members\":[{\"name\":\"Nobody\"}]}",
                "{\"members\":[7]}",
                "{\"context\":{\"id\":\"another\"},\"members\":[]}"
            })
    void a_malformed_page_is_no_list(String page) {
        members = exchange -> TestIssuer.answer(exchange, 200, page);

        assertThatThrownBy(() -> read(1)).isInstanceOf(PlatformProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/members?course=1&limit=200",
                "https://evil.example/members",
                "http://127.0.0.1:1/members",
                "http://[",
            })
    void the_next_page_is_neither_this_one_nor_elsewhere(String next) {
        members =
                exchange -> {
                    exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
                    TestIssuer.answer(exchange, 200, page("ann"));
                };

        assertThatThrownBy(() -> read(1)).isInstanceOf(PlatformProblem.class);
        assertThat(USED).hasSize(1);
    }

    @Test
    void more_than_can_be_read_is_refused() {
        members = exchange -> TestIssuer.answer(exchange, 200, page("a".repeat(1 << 20)));

        refused("did not answer, or with too much");
    }

    @Test
    void a_refusal_is_one() {
        members = exchange -> TestIssuer.answer(exchange, 500, page("ann"));

        refused("Campus did not do it (500)");
    }
}
