package dev.interleave.cli;

import dev.interleave.bench.Room;
import dev.interleave.bench.Sandboxes;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.cell.Capacity;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.web.cell.SandboxAccess;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens sandboxes like the server's to be measured, after the rehearsal that a server does beside
 * its work.
 */
record BenchSandbox(CellSandbox cells) implements Sandboxes.Opener {

    private static final Duration NEVER = Duration.ofDays(1);

    /** Rehearses, if that has not been done for this build, so that every JVM starts alike. */
    void rehearse() {
        try (var access = cells.open(settings -> settings, LocalSandbox::rehearse)) {
            granted(access);
        }
    }

    @Override
    public Sandbox open(Optional<Room> room) {
        UnaryOperator<SandboxSettings> likeServers =
                settings -> with(settings, room).goingOn(cells.here().warmUp());
        return granted(cells.open(likeServers, LocalSandbox::rehearse));
    }

    private static Sandbox granted(SandboxAccess access) {
        return switch (access) {
            case SandboxAccess.Granted(var sandbox) -> sandbox;
            case SandboxAccess.Refused(var reason) -> throw new IllegalStateException(reason);
        };
    }

    private static SandboxSettings with(SandboxSettings settings, Optional<Room> room) {
        var usual = settings.capacity();
        return room.map(
                        other ->
                                settings.withCapacity(
                                        new Capacity(
                                                other.sessions(),
                                                usual.runPlaces(),
                                                new Capacity.Range(other.pooled(), other.pooled()),
                                                usual.compilers(),
                                                other.evictAfter(),
                                                NEVER)))
                .orElse(settings);
    }
}
