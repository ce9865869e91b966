package dev.interleave.web.lti;

import dev.interleave.web.outgoing.OutgoingRules;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A learning platform that an admin has registered.
 *
 * @param issuer as the platform calls itself
 * @param client as it calls this server
 * @param deployment in which this server is used there
 * @param login where browsers are sent to be signed in
 * @param token where this server gets access to the platform's services
 * @param keys where the platform publishes its keys
 * @param services other origins at which it has services
 */
public record Platform(
        String id,
        String name,
        String issuer,
        String client,
        String deployment,
        URI login,
        URI token,
        URI keys,
        List<String> services) {

    /** From where people come, as {@code Identities} has it. */
    public String source() {
        return "lti " + issuer + " " + client;
    }

    /** The host that ends the logins of those who come from there. */
    String host() {
        return login.getHost();
    }

    /** Everything of it has one of these origins. */
    List<String> origins() {
        return Stream.concat(
                        Stream.of(login, token, keys).map(OutgoingRules::origin), services.stream())
                .distinct()
                .toList();
    }

    /** Whether an address is one of this platform. */
    boolean owns(URI address) {
        return OutgoingRules.allowed(address) && origins().contains(OutgoingRules.origin(address));
    }
}
