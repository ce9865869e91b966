package dev.interleave.compiler;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Compiles snippets that declare nothing with a single task of javac.
 *
 * <p>Threading: any thread; one task at a time.
 */
final class Lane {

    private final ReentrantLock lock = new ReentrantLock();
    private final SharedJavac javac;
    private final PlatformTypes platform;

    Lane(SharedJavac javac, PlatformTypes platform) {
        this.javac = javac;
        this.platform = platform;
    }

    /** The task's result, or empty at once if the lane is at work for somebody else. */
    Optional<LaneResult> tryCompile(LaneTask task) {
        return lock.tryLock() ? Optional.of(compileAndUnlock(task)) : Optional.empty();
    }

    LaneResult compile(LaneTask task) {
        lock.lock();
        return compileAndUnlock(task);
    }

    private LaneResult compileAndUnlock(LaneTask task) {
        try {
            LaneWork.Findings findings = new LaneWork.Findings();
            return javac.run(
                    task.source(),
                    task.classes(),
                    findings::add,
                    t -> new LaneWork(task, t, findings, javac.files(), platform).result());
        } finally {
            lock.unlock();
        }
    }
}
