package dev.interleave.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Where the server listens, and for whom.
 *
 * @param host name or address to bind to
 * @param port 0 picks a free one
 * @param dev whether it serves an author, with reloading
 * @param url at which browsers reach it where that is not its own address, as behind a proxy; else
 *     null
 * @param proxies that are believed when they say for whom they ask
 */
public record ServerSettings(
        String host, int port, boolean dev, URI url, Set<InetAddress> proxies) {

    public ServerSettings(String host, int port, boolean dev, URI url) {
        this(host, port, dev, url, Set.of());
    }

    public ServerSettings(String host, int port, boolean dev) {
        this(host, port, dev, null);
    }

    /** Whether browsers reach it by TLS. */
    public boolean secure() {
        return url != null && "https".equals(url.getScheme());
    }

    /** Whether only this computer can reach it. */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As the browser that asks reaches it; the host is one that {@code Guard} allows. */
    String address(Context ctx) {
        return url != null ? url.toString() : ctx.scheme() + "://" + ctx.header("Host");
    }

    /** What to open in a browser when the server listens on this port. */
    URI address(int actualPort) {
        var name = host.indexOf(':') < 0 ? host : '[' + host + ']';
        return URI.create("http://%s:%d".formatted(name, actualPort));
    }
}
