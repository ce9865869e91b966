package dev.interleave.sandbox.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a process for as long as the machine runs: numbers are used again, start times are not.
 *
 * @param pid its number
 * @param started when it was started
 */
record ServerProcess(long pid, Instant started) {

    /** The kernel counts from the boot, whose time may be corrected. */
    private static final Duration CORRECTION = Duration.ofSeconds(2);

    static ServerProcess current() {
        ProcessHandle handle = ProcessHandle.current();
        return new ServerProcess(handle.pid(), started(handle).orElse(Instant.EPOCH));
    }

    /** Reads what {@link #toString()} wrote; what cannot be read names no process. */
    static ServerProcess parse(String text) {
        String[] fields = text.split(" ");
        try {
            return new ServerProcess(
                    Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return new ServerProcess(0, Instant.EPOCH);
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .flatMap(ServerProcess::started)
                .map(other -> Duration.between(started, other).abs().compareTo(CORRECTION) < 0)
                .orElse(false);
    }

    private static Optional<Instant> started(ProcessHandle handle) {
        return handle.info().startInstant();
    }

    @Override
    public String toString() {
        return pid + " " + started.toEpochMilli();
    }
}
