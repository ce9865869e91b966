package dev.interleave.explore.jdk;

import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

/** Connects the JDK with the runs of this JVM. */
public final class JdkHooks {

    /**
     * Where waits with a time-out read the clock; if one of them is not rewritten, virtual time is
     * a lie.
     */
    private static final Set<String> REQUIRED =
            Set.of(
                    "java/lang/VirtualThread",
                    "java/util/concurrent/Executors$DefaultThreadFactory",
                    "java/util/concurrent/locks/AbstractQueuedSynchronizer",
                    "java/util/concurrent/locks/AbstractQueuedSynchronizer$ConditionObject",
                    "java/util/concurrent/locks/AbstractQueuedLongSynchronizer",
                    "java/util/concurrent/locks/StampedLock",
                    "java/util/concurrent/AbstractExecutorService",
                    "java/util/concurrent/CompletableFuture",
                    "java/util/concurrent/Exchanger",
                    "java/util/concurrent/FutureTask",
                    "java/util/concurrent/LinkedTransferQueue$DualNode",
                    "java/util/concurrent/Phaser$QNode",
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "java/util/concurrent/StructuredTaskScopeImpl",
                    "java/util/concurrent/ThreadLocalRandom",
                    "java/time/Clock");

    private JdkHooks() {}

    /**
     * Connects them, once in a JVM; throws {@link UnsupportedJdkException} where a hook is missing.
     */
    public static void install(RunHooks hooks) {
        if (Runtime.version().feature() != 25) throw new UnsupportedJdkException("JDK 25", null);
        if (System.identityHashCode(new Object()) != System.identityHashCode(new Object())) {
            throw new UnsupportedJdkException("-XX:hashCode=2", null);
        }
        var boot = JdkAgent.hook();
        boot.nanoTime(hooks::nanoTime);
        boot.currentTimeMillis(hooks::currentTimeMillis);
        boot.instant(hooks::instant);
        boot.newThread(task -> hooks.newThread((Runnable) task));
        boot.threadText(thread -> hooks.textOf((Thread) thread));
        boot.pinned(hooks::pinned);
        boot.scheduler(new VirtualTimers(ForkJoinPool.commonPool(), hooks));
        JdkAgent.require(REQUIRED);
        replaceTimers(hooks);
    }

    private static void replaceTimers(RunHooks hooks) {
        try {
            var field =
                    Class.forName("java.lang.VirtualThread$DelayedTaskSchedulers")
                            .getDeclaredField("INSTANCE");
            field.setAccessible(true);
            var timers = (ScheduledExecutorService[]) field.get(null);
            for (var i = 0; i < timers.length; i++) timers[i] = new VirtualTimers(timers[i], hooks);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the timers of virtual threads", e);
        }
    }
}
