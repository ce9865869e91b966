package dev.interleave.web.account;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * From where a request really comes. What {@code X-Forwarded-For} says is believed only as far as
 * trusted proxies have said it: everybody can send that header.
 *
 * <p>Threading: immutable.
 *
 * @param proxies addresses of proxies before this server
 */
public record ClientAddress(Set<InetAddress> proxies) {

    /** The address of who asks. */
    public String of(Context ctx) {
        var forwarded = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return of(ctx.req().getRemoteAddr(), forwarded);
    }

    String of(String remote, List<String> forwarded) {
        var nearest = address(remote);
        var hops = String.join(",", forwarded).split(",");
        for (var i = hops.length - 1; i >= 0 && nearest != null && trusts(nearest); i--) {
            var before = address(hops[i]);
            if (before == null) {
                break;
            }
            nearest = before;
        }
        return nearest == null ? remote : nearest.getHostAddress();
    }

    private boolean trusts(InetAddress address) {
        return proxies.contains(address);
    }

    /** Null for what is no address; nothing is looked up. */
    private static InetAddress address(String text) {
        var bare = text.strip().replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
        try {
            return InetAddress.ofLiteral(bare.replaceFirst("^([\\d.]+):\\d+$", "$1"));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
