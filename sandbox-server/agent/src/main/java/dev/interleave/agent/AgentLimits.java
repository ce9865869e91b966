package dev.interleave.agent;

import java.time.Duration;

/**
 * What the agent itself limits.
 *
 * @param headBytes output of a run that is sent as it comes
 * @param tailBytes output of a run after its head of which the last part is kept and sent at its
 *     end
 * @param outputBytes output after which a run is stopped
 * @param burst output that comes within this time of what was sent last is collected
 * @param patience how long a run that is stopped has to end by itself after an interrupt
 * @param stop how long is tried to stop a run, from the beginning
 */
record AgentLimits(
        int headBytes,
        int tailBytes,
        long outputBytes,
        Duration burst,
        Duration patience,
        Duration stop) {

    static final AgentLimits DEFAULT =
            new AgentLimits(
                    256 << 10,
                    64 << 10,
                    8 << 20,
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(1));
}
