package dev.interleave.web.outgoing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;

/**
 * Checks the tokens of one issuer for one client, as OpenID Connect says: signed by a key that the
 * issuer publishes, made by and for whom they should be, in time, and for this sign-in. Keys are
 * fetched when the first token comes, kept for five minutes, and fetched again when a token names
 * one that is not known, though not more than twice in half a minute.
 *
 * <p>Threading: any thread may call anything.
 */
public final class SignedTokens {

    /** Seconds by which clocks may differ. */
    private static final int SKEW = 60;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final String client;
    private final IDTokenValidator validator;

    /**
     * @param keys where the issuer publishes its keys
     */
    public SignedTokens(String issuer, String client, URI keys, Outgoing outgoing) {
        this.client = client;
        try {
            var source =
                    JWKSourceBuilder.<SecurityContext>create(keys.toURL(), outgoing)
                            .refreshAheadCache(false)
                            .build();
            this.validator =
                    new IDTokenValidator(
                            new Issuer(issuer),
                            new ClientID(client),
                            new JWSVerificationKeySelector<>(ALGORITHMS, source),
                            null);
            validator.setMaxClockSkew(SKEW);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(keys + " is no address", e);
        }
    }

    /**
     * What a token says.
     *
     * @param nonce that was sent along when it was asked for
     * @throws BadToken if it is not to be believed
     */
    public JWTClaimsSet check(JWT token, String nonce) throws BadToken {
        if (!(token instanceof SignedJWT)) {
            throw new BadToken("The token is not signed", null);
        }
        try {
            var claims = validator.validate(token, new Nonce(nonce)).toJWTClaimsSet();
            checkParty(claims);
            return claims;
        } catch (BadJOSEException
                | JOSEException
                | com.nimbusds.oauth2.sdk.ParseException
                | ParseException e) {
            throw new BadToken(e.getMessage(), e);
        }
    }

    /** The library leaves this to us: a token for several says for which of them it was made. */
    private void checkParty(JWTClaimsSet claims) throws BadToken, ParseException {
        var party = claims.getStringClaim("azp");
        var several = claims.getAudience().size() > 1;
        if (several && party == null || party != null && !party.equals(client)) {
            throw new BadToken("The token was made for another client", null);
        }
    }
}
