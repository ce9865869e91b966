package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.wire.ToCompiler.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Starts session JVMs and opens front ends for them. */
final class WorkerMaker implements WorkerPool.Maker {

    /** Long, because the machine may be overloaded. */
    private static final long HELLO_SECONDS = 60;

    private final Jails jails;
    private final Compilers compilers;
    private final CellLimits limits;
    private final AtomicLong count = new AtomicLong();

    WorkerMaker(Jails jails, Compilers compilers, CellLimits limits) {
        this.jails = jails;
        this.limits = limits;
        this.compilers = compilers;
    }

    /** How a front end compiles for this profile. */
    static Options options(Profile profile) {
        return new Options(profile.preview(), profile.libraries(), profile.exports());
    }

    /** A session JVM for this profile. */
    static JailSpec spec(Jails jails, String name, Profile profile, CellLimits limits) {
        List<String> settings = new ArrayList<>(limits.agentSettings());
        if (profile.processes() && jails.isolation().jailed()) {
            settings.add("alone=1");
        }
        return new JailSpec(name, Role.SESSION, profile, List.copyOf(settings));
    }

    @Override
    public CompletableFuture<Worker> make(Profile profile, PoolOwner owner) {
        CompletableFuture<FrontEnd> frontEnd = compilers.open(options(profile));
        Jail jail;
        try {
            String name = "session-" + count.incrementAndGet();
            jail = jails.start(spec(jails, name, profile, limits));
        } catch (IOException | RuntimeException e) {
            frontEnd.thenAccept(FrontEnd::drop);
            return CompletableFuture.failedFuture(e);
        }
        SessionJvm jvm = new SessionJvm(jail, owner);
        return together(jvm, frontEnd, owner);
    }

    @Override
    public CompletableFuture<Worker> mend(Profile profile, SessionJvm jvm, PoolOwner owner) {
        return together(jvm, compilers.open(options(profile)), owner);
    }

    private static CompletableFuture<Worker> together(
            SessionJvm jvm, CompletableFuture<FrontEnd> frontEnd, PoolOwner owner) {
        return jvm.ready()
                .copy()
                .orTimeout(HELLO_SECONDS, TimeUnit.SECONDS)
                .thenCombine(frontEnd, Worker::new)
                .whenComplete(
                        (worker, failure) -> {
                            if (failure == null) {
                                owner.owns(jvm);
                                worker.frontEnd().giveTo(owner);
                            } else {
                                jvm.kill();
                                frontEnd.thenAccept(FrontEnd::drop);
                            }
                        });
    }
}
