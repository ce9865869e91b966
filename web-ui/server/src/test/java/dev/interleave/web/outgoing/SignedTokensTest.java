package dev.interleave.web.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.interleave.web.outgoing.TestIssuer.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class SignedTokensTest {

    private static TestIssuer issuer;
    private static Outgoing outgoing;
    private static SignedTokens tokens;

    @BeforeAll
    static void start() throws IOException {
        issuer = new TestIssuer();
        outgoing = new Outgoing(to -> to.getPath().equals("/keys") || to.getPath().equals("/away"));
        tokens = new SignedTokens(issuer.issuer(), "us", issuer.keys(), outgoing);
    }

    @AfterAll
    static void close() {
        outgoing.close();
        issuer.close();
    }

    private static JWTClaimsSet.Builder right() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer.issuer())
                .audience("us")
                .subject("ann")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", "n");
    }

    @Test
    void a_right_token_is_believed() throws Exception {
        var claims = tokens.check(JWTParser.parse(issuer.sign(right().build())), "n");

        assertThat(claims.getSubject()).isEqualTo("ann");
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_token_is_not(String why, UnaryOperator<JWTClaimsSet.Builder> wrong)
            throws Exception {
        var token = JWTParser.parse(issuer.sign(wrong.apply(right()).build()));

        assertThatThrownBy(() -> tokens.check(token, "n")).as(why).isInstanceOf(BadToken.class);
    }

    static Stream<Arguments> a_wrong_token_is_not() {
        return Stream.of(
                wrong("another audience", claims -> claims.audience("them")),
                wrong(
                        "for others, too, and not made for us",
                        claims -> claims.audience(List.of("us", "them")).claim("azp", "them")),
                wrong("another issuer", claims -> claims.issuer("http://127.0.0.1:1")),
                wrong("another nonce", claims -> claims.claim("nonce", "m")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong("no subject", claims -> claims.subject(null)),
                wrong(
                        "too old",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(90)))),
                wrong("for ever", claims -> claims.expirationTime(null)),
                wrong(
                        "not yet made",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))));
    }

    private static Arguments wrong(String why, UnaryOperator<JWTClaimsSet.Builder> wrong) {
        return Arguments.of(why, wrong);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RIGHT")
    void a_token_that_the_issuer_did_not_sign_is_not_believed(Signature signature)
            throws Exception {
        var token = JWTParser.parse(issuer.sign(right().build(), signature));

        assertThatThrownBy(() -> tokens.check(token, "n")).isInstanceOf(BadToken.class);
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() throws Exception {
        try (var other = new TestIssuer()) {
            var theirs = new SignedTokens(other.issuer(), "us", other.keys(), outgoing);
            theirs.check(JWTParser.parse(other.sign(right().issuer(other.issuer()).build())), "n");
            other.changeKey("second");
            var token = JWTParser.parse(other.sign(right().issuer(other.issuer()).build()));

            assertThat(theirs.check(token, "n").getSubject()).isEqualTo("ann");
        }
    }

    @Test
    void nothing_is_sent_to_where_nothing_may_be_sent_and_redirects_are_not_followed()
            throws Exception {
        issuer.on(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/keys");
                    exchange.sendResponseHeaders(302, -1);
                });

        assertThatThrownBy(() -> outgoing.get(URI.create(issuer.issuer() + "/other")))
                .hasMessageContaining("sends nothing");
        assertThatThrownBy(() -> outgoing.get(URI.create("http://example.org/keys")))
                .hasMessageContaining("sends nothing");
        var away = URI.create(issuer.issuer() + "/away");
        assertThat(outgoing.send(away, HttpRequest.newBuilder()).statusCode()).isEqualTo(302);
    }
}
