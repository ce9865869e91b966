package dev.interleave.sandbox.cell;

import java.time.Duration;
import java.util.List;

/**
 * What one cell may take, beside what its jail allows. {@code stop} and the two graces are counted
 * in {@link dev.interleave.wire.OwnTime}: nobody loses variables because the machine is busy.
 *
 * @param longestRun a run is ended after this time even if its cell asks for more
 * @param sourceChars longest source of a cell, in characters
 * @param waitingRuns most runs that may wait in one session
 * @param outputBytes output of one run that is passed on; the session JVM cuts it earlier and
 *     nicely, this is the wall behind it
 * @param stop how long a session JVM tries to end a stopped run before it says that it cannot
 * @param stopGrace how long it may take to say so before it is killed
 * @param endGrace how long the JVM may take to say that a run is over that ended by itself
 * @param compileCpu processor time of its own thread that one step of compiling may take
 * @param compileWall time that one step of compiling may take without waiting for others; after
 *     that the compiler itself is taken for broken
 * @param assist how long completion, documentation and checks may take
 */
public record CellLimits(
        Duration longestRun,
        int sourceChars,
        int waitingRuns,
        int outputBytes,
        Duration stop,
        Duration stopGrace,
        Duration endGrace,
        Duration compileCpu,
        Duration compileWall,
        Duration assist) {

    public static final CellLimits DEFAULT =
            new CellLimits(
                    Duration.ofMinutes(2),
                    32_768,
                    200,
                    2 << 20,
                    Duration.ofMillis(800),
                    Duration.ofMillis(1_200),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5));

    /** What the agent in a session JVM has to know. */
    List<String> agentSettings() {
        return List.of("stop=" + stop.toMillis());
    }

    /** What a compiler JVM has to know. */
    List<String> compilerSettings() {
        return List.of("cpu=" + compileCpu.toMillis());
    }

    public CellLimits withStop(Duration newStop, Duration newGrace) {
        return new CellLimits(
                longestRun,
                sourceChars,
                waitingRuns,
                outputBytes,
                newStop,
                newGrace,
                endGrace,
                compileCpu,
                compileWall,
                assist);
    }
}
