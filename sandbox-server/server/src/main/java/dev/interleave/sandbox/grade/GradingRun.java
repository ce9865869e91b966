package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FromGrader;
import dev.interleave.grader.message.Seal;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.grader.message.ToGrader;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.grade.Exercise.Settings;
import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.JailWatch;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs tests against a submission in one fresh JVM, for as long as that lasts. Records count only
 * if they are sealed, in order, each for a test that was asked for and had none yet, and if the
 * canaries among them came out as they must.
 *
 * <p>Threading: one use, one thread.
 */
final class GradingRun {

    /** Beyond what the JVM itself allows to a test. */
    private static final Duration SPARE_CPU = Duration.ofSeconds(20);

    /** For one scenario in all its schedules, which are counted and so come to an end. */
    private static final int EXPLORING_CPU_MILLIS = 90_000;

    private static final Duration WALL = Duration.ofMinutes(10);

    /** How long a JVM may live on after it closed its channel. */
    private static final int LAST_SECONDS = 2;

    /** With which a JVM ends when its heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SIGNALS = 128;

    private static final String THREADS =
            "It started more threads than there may be at the same time.";

    /** How the JVM came to its end. */
    enum Ending {
        /** It said that it was done. */
        COMPLETE,
        /** It ended in the middle of a test, for the reason given. */
        LOST,
        /** What it said cannot be believed. */
        FORGED
    }

    /**
     * @param records in the order in which they came, by test
     * @param fault why it was lost, or null
     * @param message the same for the learner, or null
     */
    record Result(
            Map<ExerciseTest, TestRecord> records, Ending ending, Fault fault, String message) {}

    private final Jails jails;
    private final Settings settings;
    private final long seed;
    private final Role role;
    private final TestOrder order;
    private final Map<ExerciseTest, TestRecord> records = new LinkedHashMap<>();

    /**
     * @param tests all explored, or none
     * @param seed of the searches for schedules
     */
    GradingRun(Jails jails, Settings settings, List<ExerciseTest> tests, long seed) {
        this.jails = jails;
        this.seed = seed;
        this.role = tests.getFirst().isExplored() ? Role.EXPLORER : Role.GRADER;
        this.settings = settings;
        this.order = TestOrder.of(tests);
    }

    static JailSpec spec(Settings settings, Role role) {
        Profile usual = Profile.DEFAULT;
        Profile profile =
                new Profile(
                        "grading",
                        true,
                        settings.heapMegabytes(),
                        settings.parallelism(),
                        usual.processors(),
                        List.of(),
                        List.of());
        return new JailSpec("grader", role, profile);
    }

    /**
     * @throws IOException if the JVM could not be started; that is nobody's fault but ours
     */
    Result run(List<CompiledClass> classes, List<String> submission) throws IOException {
        byte[] key = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var run =
                new ToGrader.Run(
                        key,
                        classes,
                        submission,
                        new ToGrader.Settings(
                                settings.quietMillis(), cpuMillis(), settings.runDisabled(), seed),
                        order.planned());
        Duration cpu = SPARE_CPU.plusMillis(cpuMillis());
        try (Jail jail = jails.start(spec(settings, role));
                JailWatch watch = new JailWatch(jail, cpu, WALL)) {
            return follow(jail, watch, run);
        }
    }

    private int cpuMillis() {
        return role == Role.EXPLORER ? EXPLORING_CPU_MILLIS : settings.cpuMillis();
    }

    private Result follow(Jail jail, JailWatch watch, ToGrader.Run run) {
        try {
            watch.step();
            Frames.send(jail, run::write);
            return read(jail, watch, new Seal(run.key()));
        } catch (WireException | IllegalStateException e) {
            return result(Ending.FORGED, Fault.FORBIDDEN);
        } catch (IOException e) {
            return lost(jail, watch);
        }
    }

    private Result read(Jail jail, JailWatch watch, Seal seal) throws IOException {
        WireReader in = new WireReader(jail.in());
        int expected = 0;
        for (int tag = in.next(); tag >= 0; tag = in.next()) {
            watch.step();
            if (!(FromGrader.read(tag, in) instanceof FromGrader.Sealed sealed)
                    || sealed.sequence() != expected++
                    || !seal.fits(sealed)) {
                return result(Ending.FORGED, Fault.FORBIDDEN);
            }
            TestRecord record = sealed.record();
            if (record == null) {
                return result(Ending.COMPLETE, null);
            }
            if (!order.accepts(record)) {
                return result(Ending.FORGED, Fault.FORBIDDEN);
            }
            order.test(record).ifPresent(test -> records.put(test, record));
        }
        return lost(jail, watch);
    }

    private Result lost(Jail jail, JailWatch watch) {
        if (watch.overdue()) {
            return result(Ending.LOST, Fault.TIMEOUT);
        }
        End end = jail.ended().completeOnTimeout(null, LAST_SECONDS, TimeUnit.SECONDS).join();
        if (end == null) {
            jail.kill();
            end = jail.ended().join();
        }
        if (end.outOfMemory() || end.exitStatus() == OUT_OF_MEMORY) {
            return result(Ending.LOST, Fault.MEMORY);
        }
        if (end.outOfThreads()) {
            // A JVM that gets no threads any more ends as if somebody had ended it.
            return new Result(records, Ending.LOST, Fault.MEMORY, THREADS);
        }
        return result(Ending.LOST, end.exitStatus() > SIGNALS ? Fault.EXCEPTION : Fault.FORBIDDEN);
    }

    private Result result(Ending ending, Fault fault) {
        return new Result(records, ending, fault, fault == null ? null : HiddenMessages.of(fault));
    }
}
