package dev.interleave.web.lti;

import dev.interleave.web.outgoing.Outgoing;
import dev.interleave.web.outgoing.SignedTokens;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this server has to do with each platform over the network.
 *
 * <p>Threading: any thread may call anything.
 */
final class Connections implements AutoCloseable {

    private final ToolKey key;
    private final Clock clock;
    private final Map<Platform, Connection> open = new ConcurrentHashMap<>();

    Connections(ToolKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * To one platform, and to its own addresses only.
     *
     * @param tokens checks what it signs
     */
    record Connection(Outgoing outgoing, SignedTokens tokens, PlatformService service) {}

    Connection to(Platform platform) {
        return open.computeIfAbsent(platform, this::open);
    }

    private Connection open(Platform platform) {
        var outgoing = new Outgoing(platform::owns);
        return new Connection(
                outgoing,
                new SignedTokens(platform.issuer(), platform.client(), platform.keys(), outgoing),
                new PlatformService(
                        platform, outgoing, new ServiceTokens(platform, outgoing, key, clock)));
    }

    void forget(Platform platform) {
        var known = open.remove(platform);
        if (known != null) {
            known.outgoing().close();
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::forget);
    }
}
