package dev.interleave.web.account.openid;

import java.net.URI;

/**
 * A service by which people sign in.
 *
 * @param issuer as the service calls itself
 * @param client as it calls this server
 * @param secret shared with it
 * @param name of the service, as people read it
 * @param newPeople whether somebody without an account gets one
 */
public record OpenIdSettings(
        URI issuer, String client, String secret, String name, boolean newPeople) {

    /** From where people come, as {@code Identities} has it. */
    public String source() {
        return "openid " + issuer;
    }

    /** Without the secret, which no log may have. */
    @Override
    public String toString() {
        return "OpenIdSettings[issuer=%s, client=%s]".formatted(issuer, client);
    }
}
