package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromSession;

/** Owns a worker as long as it waits in the pool, and sees to it that it stays fit. */
final class PoolOwner implements SessionJvm.Owner, FrontEnd.Owner {

    private final WorkerPool pool;
    private final WorkerPool.Maker maker;
    private final Profile profile;
    private volatile SessionJvm jvm;

    PoolOwner(WorkerPool pool, WorkerPool.Maker maker, Profile profile) {
        this.pool = pool;
        this.maker = maker;
        this.profile = profile;
    }

    void owns(SessionJvm pooled) {
        jvm = pooled;
    }

    @Override
    public void ended(SessionJvm ended, JvmFate fate) {
        if (pool.remove(profile, ended)) {
            pool.fill();
        }
    }

    /** A JVM that has run nothing yet is as good as new; it only needs another front end. */
    @Override
    public void lost(FrontEnd frontEnd, CompilerLoss loss) {
        SessionJvm pooled = jvm;
        if (pooled != null && pool.remove(profile, pooled)) {
            maker.mend(profile, pooled, this).thenAccept(worker -> pool.put(profile, worker));
        }
    }

    @Override
    public void forged(SessionJvm forger, String what) {
        forger.kill();
    }

    @Override
    public void heard(SessionJvm from, FromSession message) {
        // Nothing was asked of it, and what it says does not matter to anybody.
    }

    @Override
    public void heardRaw(SessionJvm from, String text) {
        // Nobody's cell runs, so there is nobody to show it to.
    }

    @Override
    public void heard(FrontEnd from, FromCompiler message) {
        // It was opened before the pool got it.
    }
}
