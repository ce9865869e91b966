package dev.interleave.web.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.progress.PrivateFile;
import java.text.ParseException;

/**
 * The key with which this server signs what it tells platforms. It is made when it is needed first,
 * and kept beside the database in a file that only its owner can read.
 *
 * <p>Threading: any thread may call anything.
 */
final class ToolKey {

    private static final int BITS = 2048;

    private final PrivateFile file;
    private volatile RSAKey key;

    ToolKey(PrivateFile file) {
        this.file = file;
    }

    /** What platforms check it with, as JSON. */
    String published() {
        return new JWKSet(key().toPublicJWK()).toString();
    }

    RSAKey key() {
        var known = key;
        return known != null ? known : read();
    }

    /** A token with this key's signature. */
    String sign(JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key().getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of our own signs", e);
        }
    }

    private synchronized RSAKey read() {
        if (key == null) {
            var text = file.readOrMake(() -> make().toJSONString());
            try {
                key = RSAKey.parse(text);
            } catch (ParseException e) {
                throw new IllegalStateException(
                        "%s is no key; move it away, and a new one is made".formatted(file), e);
            }
        }
        return key;
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(new Tokens().id())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }
}
