package dev.interleave.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host names that this server answers for. A page on the internet can give its own name our
 * address and then read from us as if from itself; it cannot change what the browser says in the
 * {@code Host} header.
 *
 * @param outer the name by which browsers reach a proxy before this server, or null
 *     <p>Threading: immutable.
 */
record HostNames(String bound, String outer, boolean loopback) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[[\\p{XDigit}:.]+]");

    boolean allow(String header) {
        if (header == null) {
            return false;
        }
        var name = PORT.matcher(header).replaceFirst("").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name)
                || name.equals(bound.toLowerCase(Locale.ROOT))
                || name.equalsIgnoreCase(outer)
                || !loopback && ADDRESS.matcher(name).matches();
    }
}
