package dev.interleave.explore.runtime;

import dev.interleave.explore.jdk.JdkHooks;
import dev.interleave.explore.jdk.RunHooks;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

/** Answers what the JDK asks, for the run that the calling thread belongs to. */
final class JdkConnection implements RunHooks {

    /** When every run begins: 2026-01-01T00:00:00Z. */
    private static final long EPOCH_SECOND = 1_767_225_600L;

    private static boolean connected;

    private JdkConnection() {}

    /** Connects this JVM, the first time. */
    static synchronized void connect() {
        if (connected) return;
        JdkHooks.install(new JdkConnection());
        Thread.setDefaultUncaughtExceptionHandler(JdkConnection::uncaught);
        connected = true;
    }

    private static void uncaught(Thread thread, Throwable exception) {
        var execution = Execution.actingFor();
        if (execution != null) execution.scheduler().running().uncaught(exception);
    }

    static Instant now(Execution execution) {
        return Instant.ofEpochSecond(EPOCH_SECOND, execution.elapsed());
    }

    @Override
    public long nanoTime() {
        var execution = Execution.actingFor();
        return execution == null ? System.nanoTime() : execution.scheduler().timers().now();
    }

    @Override
    public long currentTimeMillis() {
        var execution = Execution.actingFor();
        return execution == null ? System.currentTimeMillis() : now(execution).toEpochMilli();
    }

    @Override
    public Object instant() {
        var execution = Execution.actingFor();
        return execution == null ? null : now(execution);
    }

    @Override
    public Thread newThread(Runnable task) {
        return Execution.actingFor() == null ? null : Thread.ofVirtual().unstarted(task);
    }

    @Override
    public String textOf(Thread thread) {
        var execution = Execution.actingFor();
        return execution == null ? null : execution.appearances().textOf(thread);
    }

    @Override
    public void pinned() {
        var execution = Execution.actingFor();
        if (execution == null) return;
        var thread = execution.scheduler().running();
        // It cannot be left parked.
        thread.enterInitializer();
        execution.scheduler().pinned();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long nanos) {
        var execution = Execution.actingFor();
        if (execution == null) return null;
        var scheduler = execution.scheduler();
        return scheduler.timers().after(nanos, scheduler.running().timers(), task);
    }
}
