package dev.interleave.agent;

import dev.interleave.wire.OwnTime;
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
 * @param stop how long is tried to stop a run, from the beginning; in {@link OwnTime}
 * @param alone whether every process that can be seen was started by the learner's code, also those
 *     whose parent has ended; never true outside of a jail
 */
record AgentLimits(
        int headBytes,
        int tailBytes,
        long outputBytes,
        Duration burst,
        Duration patience,
        Duration stop,
        boolean alone) {

    static final AgentLimits DEFAULT =
            new AgentLimits(
                    256 << 10,
                    64 << 10,
                    8 << 20,
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(800),
                    false);

    /**
     * The defaults, but for what is said here.
     *
     * @param settings each the name of a component, an equals sign, and bytes, milliseconds, or 1
     *     for true
     * @throws IllegalArgumentException if one is neither
     */
    static AgentLimits of(String... settings) {
        AgentLimits limits = DEFAULT;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, Math.max(0, equals));
            limits = limits.with(name, Long.parseLong(setting.substring(equals + 1)));
        }
        return limits;
    }

    private AgentLimits with(String name, long value) {
        return switch (name) {
            case "headBytes" -> with((int) value, tailBytes, outputBytes);
            case "tailBytes" -> with(headBytes, (int) value, outputBytes);
            case "outputBytes" -> with(headBytes, tailBytes, value);
            case "burst" -> with(Duration.ofMillis(value), patience, stop);
            case "patience" -> with(burst, Duration.ofMillis(value), stop);
            case "stop" -> with(burst, patience, Duration.ofMillis(value));
            case "alone" ->
                    new AgentLimits(
                            headBytes, tailBytes, outputBytes, burst, patience, stop, value == 1);
            default -> throw new IllegalArgumentException("no limit is called " + name);
        };
    }

    private AgentLimits with(int head, int tail, long output) {
        return new AgentLimits(head, tail, output, burst, patience, stop, alone);
    }

    private AgentLimits with(Duration newBurst, Duration newPatience, Duration newStop) {
        return new AgentLimits(
                headBytes, tailBytes, outputBytes, newBurst, newPatience, newStop, alone);
    }
}
