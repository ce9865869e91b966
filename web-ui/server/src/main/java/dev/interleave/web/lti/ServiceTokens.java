package dev.interleave.web.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.outgoing.Outgoing;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens with which a platform lets this server use its services. Each is for one scope, and is
 * kept until a minute before its end.
 *
 * <p>Threading: any thread may call anything; two who need a token wait for each other.
 */
final class ServiceTokens {

    private static final Duration ASSERTION_VALID = Duration.ofMinutes(5);
    private static final Duration EARLIER = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Platform platform;
    private final Outgoing outgoing;
    private final ToolKey key;
    private final Clock clock;
    private final Tokens random = new Tokens();
    private final Map<String, Held> held = new HashMap<>();

    ServiceTokens(Platform platform, Outgoing outgoing, ToolKey key, Clock clock) {
        this.platform = platform;
        this.outgoing = outgoing;
        this.key = key;
        this.clock = clock;
    }

    private record Held(String token, long until) {}

    /** One for a scope, which is fetched where there is none. */
    synchronized String of(String scope) throws PlatformProblem {
        var known = held.get(scope);
        if (known == null || known.until() <= clock.millis()) {
            known = fetch(scope);
            held.put(scope, known);
        }
        return known.token();
    }

    /** Does not give this one away any more. */
    synchronized void forget(String scope, String token) {
        held.computeIfPresent(scope, (_, known) -> known.token().equals(token) ? null : known);
    }

    private Held fetch(String scope) throws PlatformProblem {
        try {
            var request =
                    new TokenRequest.Builder(
                                    platform.token(),
                                    new PrivateKeyJWT(SignedJWT.parse(key.sign(assertion()))),
                                    new ClientCredentialsGrant())
                            .scope(Scope.parse(scope))
                            .build();
            return switch (TokenResponse.parse(outgoing.send(request.toHTTPRequest()))) {
                case AccessTokenResponse answer -> held(scope, answer);
                case TokenErrorResponse refusal -> throw refused(refusal);
                default -> throw new IllegalStateException("Answers are of these two kinds");
            };
        } catch (IOException e) {
            throw new PlatformProblem(
                    "%s gave no access token: %s".formatted(platform.name(), e.getMessage()), 0, e);
        } catch (ParseException e) {
            throw new PlatformProblem(
                    "What %s answered is no access token.".formatted(platform.name()), 0, e);
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("A token of our own can be read", e);
        }
    }

    private JWTClaimsSet assertion() {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(platform.client())
                .subject(platform.client())
                .audience(platform.token().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_VALID)))
                .jwtID(random.secret())
                .build();
    }

    private Held held(String scope, AccessTokenResponse answer) throws PlatformProblem {
        var token = answer.getTokens().getAccessToken();
        var given = token.getScope();
        if (given != null && !given.isEmpty() && !given.contains(scope)) {
            throw new PlatformProblem(notAllowed(), 0, null);
        }
        var seconds = Math.min(token.getLifetime(), LONGEST.toSeconds());
        var until = clock.instant().plusSeconds(seconds).minus(EARLIER).toEpochMilli();
        return new Held(token.getValue(), until);
    }

    private PlatformProblem refused(TokenErrorResponse refusal) {
        var error = refusal.getErrorObject();
        var code = error == null ? null : error.getCode();
        return "invalid_scope".equals(code)
                ? new PlatformProblem(notAllowed(), 0, null)
                : new PlatformProblem(
                        "%s gave no access token%s."
                                .formatted(platform.name(), code == null ? "" : ": " + code),
                        0,
                        null);
    }

    private String notAllowed() {
        return "%s does not allow this server this service. Its administrator can switch it on."
                .formatted(platform.name());
    }
}
