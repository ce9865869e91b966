package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.Compiled;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.JailWatch;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.time.Duration;

/**
 * A jail with javac in it. It runs no code of a submission; all the same it is thrown away when one
 * takes too long, makes javac fail, or answers nonsense.
 *
 * <p>Threading: one thread at a time.
 */
final class CompileJail implements AutoCloseable {

    private static final Duration WALL = Duration.ofMinutes(3);

    private final Jail jail;
    private final JailWatch watch;
    private final WireReader in;
    private boolean fit = true;

    private CompileJail(Jail jail, Duration cpu) {
        this.jail = jail;
        this.watch = new JailWatch(jail, cpu, WALL);
        this.in = new WireReader(jail.in());
    }

    static CompileJail start(Jails jails, Duration cpu) throws IOException {
        return new CompileJail(jails.start(spec()), cpu);
    }

    static JailSpec spec() {
        return new JailSpec("javac", Role.GRADE_COMPILER, Profile.DEFAULT);
    }

    /** What came of an order. */
    sealed interface Outcome {

        record Done(Compiled compiled) implements Outcome {}

        /** It was stopped, or javac broke down. */
        record Excessive(Fault fault, String message) implements Outcome {}
    }

    Outcome compile(CompileOrder order) throws IOException {
        watch.step();
        fit = false;
        try {
            Frames.send(jail, order::write);
            int tag = in.next();
            if (tag >= 0) {
                Compiled compiled = Compiled.read(tag, in);
                fit = !compiled.gaveUp();
                return fit ? new Outcome.Done(compiled) : gaveUp();
            }
        } catch (IOException e) {
            // It was killed, or is no compiler any more; said below.
        } finally {
            watch.rest();
        }
        return watch.overdue()
                ? new Outcome.Excessive(
                        Fault.TIMEOUT, "Compiling it took too long and was stopped.")
                : gaveUp();
    }

    private static Outcome gaveUp() {
        return new Outcome.Excessive(Fault.MEMORY, "The compiler broke down over it.");
    }

    /** Whether it can be used for the next submission. */
    boolean isFit() {
        return fit;
    }

    @Override
    public void close() {
        watch.close();
    }
}
