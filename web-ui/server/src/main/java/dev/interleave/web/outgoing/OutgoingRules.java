package dev.interleave.web.outgoing;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where this server may send requests to: by TLS only, except on this computer. */
public final class OutgoingRules {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private OutgoingRules() {}

    /** An address as somebody typed it, if a request may go there. */
    public static Optional<URI> address(String typed) {
        try {
            var uri = URI.create(typed.strip());
            return allowed(uri) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether a request may go there at all. */
    public static boolean allowed(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && ("https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    /** Scheme, host and port, as browsers write an origin. */
    public static String origin(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
