package dev.interleave.web.cell;

import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.cell.CellLimits;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.web.TestApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The real sandbox with real jails, and with patience: the machine of the tests may be busy. */
final class TestSandbox {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final Duration STOP = Duration.ofSeconds(20);

    private TestSandbox() {}

    static Sandbox open(Path work) throws IOException {
        var jdk = Path.of(System.getProperty("java.home"));
        var jail = TestApp.in(work.resolve("app")).resolve("jail");
        var usual = CellLimits.DEFAULT;
        var patient =
                new CellLimits(
                        usual.longestRun(),
                        usual.sourceChars(),
                        usual.waitingRuns(),
                        usual.outputBytes(),
                        STOP,
                        LONG,
                        LONG,
                        LONG,
                        LONG,
                        LONG);
        var settings = SandboxSettings.of(jdk, jail, TestApp.RUNTIME);
        return LocalSandbox.open(settings.withLimits(patient));
    }
}
