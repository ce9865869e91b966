package dev.interleave.web.account.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.interleave.web.account.Identities.Person;
import dev.interleave.web.account.OtherSignIn;
import dev.interleave.web.outgoing.BadToken;
import dev.interleave.web.outgoing.Outgoing;
import dev.interleave.web.outgoing.OutgoingRules;
import dev.interleave.web.outgoing.SignedTokens;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/**
 * The service by which people sign in. What it offers is asked when somebody signs in first, so
 * that this server starts without it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class OpenIdProvider implements AutoCloseable {

    private final OpenIdSettings settings;
    private final Outgoing outgoing;
    private volatile Offer offer;

    public OpenIdProvider(OpenIdSettings settings) {
        this.settings = settings;
        // Only a service on this computer can lead us to others on it.
        var scheme = settings.issuer().getScheme();
        this.outgoing = new Outgoing(to -> "https".equals(to.getScheme()) || "http".equals(scheme));
    }

    private record Offer(OIDCProviderMetadata metadata, SignedTokens tokens) {}

    OpenIdSettings settings() {
        return settings;
    }

    /** For the page where people sign in. */
    public OtherSignIn offered() {
        return new OtherSignIn(settings.name(), settings.source());
    }

    /**
     * Where a browser is sent to.
     *
     * @throws IOException if the service does not answer as it should
     */
    URI begin(Away away, String state) throws IOException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings.client()),
                        away.back())
                .endpointURI(offer().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(away.nonce()))
                .codeChallenge(new CodeVerifier(away.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @throws IOException if the service does not answer as it should
     * @throws BadToken if what it answers is not to be believed
     */
    Person end(Away away, String code) throws IOException, BadToken {
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        away.back(),
                        new CodeVerifier(away.verifier()));
        var request =
                new TokenRequest.Builder(
                                offer().metadata().getTokenEndpointURI(), authentication(), grant)
                        .build();
        try {
            var answer = OIDCTokenResponseParser.parse(outgoing.send(request.toHTTPRequest()));
            if (!(answer instanceof OIDCTokenResponse success)) {
                throw new BadToken("The code was refused", null);
            }
            return person(
                    offer().tokens().check(success.getOIDCTokens().getIDToken(), away.nonce()));
        } catch (ParseException e) {
            throw new BadToken(e.getMessage(), e);
        }
    }

    private Person person(JWTClaimsSet claims) throws BadToken {
        try {
            return new Person(
                    settings.source(),
                    claims.getSubject(),
                    Objects.requireNonNullElse(claims.getStringClaim("preferred_username"), ""),
                    Objects.requireNonNullElse(claims.getStringClaim("name"), ""),
                    settings.issuer().getHost());
        } catch (java.text.ParseException e) {
            throw new BadToken(e.getMessage(), e);
        }
    }

    private ClientAuthentication authentication() throws IOException {
        var client = new ClientID(settings.client());
        var secret = new Secret(settings.secret());
        var methods = offer().metadata().getTokenEndpointAuthMethods();
        return methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }

    private Offer offer() throws IOException {
        var known = offer;
        if (known == null) {
            known = discover();
            offer = known;
        }
        return known;
    }

    private Offer discover() throws IOException {
        var issuer = settings.issuer().toString();
        var at = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        try {
            var metadata = OIDCProviderMetadata.parse(outgoing.get(at));
            if (!metadata.getIssuer().getValue().equals(issuer)) {
                throw new IOException("%s says that it is %s".formatted(at, metadata.getIssuer()));
            }
            if (!OutgoingRules.allowed(metadata.getAuthorizationEndpointURI())) {
                throw new IOException(metadata.getAuthorizationEndpointURI() + " is without TLS");
            }
            return new Offer(
                    metadata,
                    new SignedTokens(issuer, settings.client(), metadata.getJWKSetURI(), outgoing));
        } catch (ParseException e) {
            throw new IOException("%s is no configuration of OpenID Connect".formatted(at), e);
        }
    }

    @Override
    public void close() {
        outgoing.close();
    }
}
