package dev.interleave.cli;

import dev.interleave.sandbox.Isolation;
import dev.interleave.sandbox.Isolation.Layer;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.web.cell.SandboxAccess;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Opens the sandbox for the course's cells, if this machine can jail them or the user wants them
 * without a jail.
 */
record CellSandbox(Installation here, boolean unsafeNoJail) {

    SandboxAccess open() {
        return open(settings -> settings, _ -> {});
    }

    /**
     * For a server that goes on: after a rehearsal, which runs beside it, its JVMs start faster.
     */
    SandboxAccess openForLong() {
        return open(
                settings -> settings.goingOn(here.warmUp()),
                sandbox -> Thread.ofVirtual().name("rehearsal").start(sandbox::rehearse));
    }

    /** With other settings than the usual ones. */
    SandboxAccess open(UnaryOperator<SandboxSettings> changes, Consumer<LocalSandbox> whenGranted) {
        var settings =
                SandboxSettings.of(here.jdk(), here.jail(), here.runtime())
                        .withUnsafeNoJail(unsafeNoJail);
        var sandbox = LocalSandbox.open(changes.apply(settings));
        var isolation = sandbox.isolation();
        if (isolation.jailed() || unsafeNoJail) {
            whenGranted.accept(sandbox);
            return new SandboxAccess.Granted(sandbox);
        }
        sandbox.close();
        return new SandboxAccess.Refused(refusal(isolation));
    }

    private static String refusal(Isolation isolation) {
        var missing =
                isolation.layers().stream()
                        .filter(layer -> !layer.present())
                        .map(Layer::detail)
                        .collect(Collectors.joining(" "));
        return ("Cells do not run, because this computer cannot jail them. %s Or start with"
                        + " --unsafe-no-jail: cells can then do whatever you can do on this"
                        + " computer.")
                .formatted(missing);
    }
}
