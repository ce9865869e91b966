package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.CompileOrder;
import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Remark;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Compiles versions in a jail that stays warm, and is thrown away when a version takes too long,
 * makes javac fail, or it answers nonsense.
 *
 * <p>Threading: any thread may call anything; versions are compiled one after the other.
 */
final class VersionCompiler implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_CHARS = 256 << 10;

    private final Jails jails;
    private volatile Jail jail;
    private JailClock clock;
    private volatile boolean closed;

    VersionCompiler(Jails jails) {
        this.jails = jails;
    }

    /**
     * @param stop ends it with the comparison
     * @throws IOException if no JVM could be started; the version is not to blame
     */
    synchronized Compiled compile(String source, Stop stop) throws IOException {
        if (source.length() > MOST_CHARS) {
            return refused("It is longer than " + MOST_CHARS + " characters.");
        }
        start();
        Stop.Work work = jail::kill;
        stop.ends(work);
        Compiled compiled = answer(source);
        stop.forget(work);
        if (stop.stopped()) {
            // Then it was killed, whether it had answered or not.
            discard();
            return refused("It was stopped.");
        }
        if (compiled != null && !compiled.gaveUp()) {
            return compiled;
        }
        boolean late = clock.late();
        discard();
        return refused(late ? "Compiling it took too long." : "The compiler broke down over it.");
    }

    private void start() throws IOException {
        if (closed) {
            throw new IOException("Nothing is compared any more.");
        }
        if (jail == null) {
            jail = jails.start(new JailSpec("javac", Role.MEASURE_COMPILER, Profile.DEFAULT));
            clock = new JailClock(jail);
        }
    }

    /** Null if there is none that makes sense. */
    private Compiled answer(String source) {
        clock.step(PATIENCE);
        try {
            Frames.send(jail, new CompileOrder(source)::write);
            WireReader in = new WireReader(jail.in());
            int tag = in.next();
            Compiled compiled = tag < 0 ? null : Compiled.read(tag, in);
            return compiled == null || isWhole(compiled) ? compiled : null;
        } catch (IOException e) {
            return null;
        } finally {
            clock.rest();
        }
    }

    private static boolean isWhole(Compiled compiled) {
        return !compiled.errors().isEmpty()
                || compiled.entry() != null && !compiled.classes().isEmpty();
    }

    private static Compiled refused(String message) {
        return Compiled.failed(List.of(new Remark(Remark.ERROR, 0, message)));
    }

    private void discard() {
        if (jail != null) {
            clock.close();
            jail.close();
            jail = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        Jail now = jail;
        if (now != null) {
            // Before the lock, which is held for as long as a version is compiled.
            now.kill();
        }
        synchronized (this) {
            discard();
        }
    }
}
