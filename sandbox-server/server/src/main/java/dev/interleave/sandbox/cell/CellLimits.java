package dev.interleave.sandbox.cell;

import java.time.Duration;

/**
 * What one cell may take, beside what its jail allows.
 *
 * @param longestRun a run is ended after this time even if its cell asks for more
 * @param sourceChars longest source of a cell, in characters
 * @param waitingRuns most runs that may wait in one session
 * @param outputBytes output of one run that is passed on; the session JVM cuts it earlier and
 *     nicely, this is the wall behind it
 * @param stopGrace how long a stopped run may take to end before its JVM is killed; the JVM itself
 *     reports after a second what would not end
 * @param endGrace how long the JVM may take to say that a run is over that ended by itself
 * @param compileCpu processor time that one step of compiling may take
 * @param compileWall time that one step of compiling may take, on a busy machine too
 * @param assist how long completion, documentation and checks may take
 */
public record CellLimits(
        Duration longestRun,
        int sourceChars,
        int waitingRuns,
        int outputBytes,
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
                    Duration.ofMillis(2_500),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5));
}
