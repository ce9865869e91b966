package dev.interleave.explore.weave;

import java.util.HashMap;
import java.util.Map;

/**
 * Methods of the JDK that woven code does not call: a hook takes their place, with the receiver as
 * first argument.
 */
final class Redirects {

    /**
     * @param hooks the class that has the hook
     * @param method its name
     * @param sited whether it is told the place as its last argument
     */
    record Redirect(String hooks, String method, boolean sited) {}

    private static final String OBJECT = "java/lang/Object";
    private static final String THREAD = "java/lang/Thread";
    private static final String UNIT = "java/util/concurrent/TimeUnit";
    private static final String SUPPORT = "java/util/concurrent/locks/LockSupport";
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";

    private final Map<String, Redirect> redirects = new HashMap<>();

    Redirects(boolean submission) {
        var sleep = submission ? "sleep" : "sleepLazily";
        for (var method : new String[] {"wait", "notify", "notifyAll"})
            sited(OBJECT, method, Hooks.MONITOR, method);
        sited(UNIT, "timedWait", Hooks.MONITOR, "timedWait");
        sited(UNIT, "timedJoin", Hooks.THREAD, "timedJoin");
        sited(UNIT, "sleep", Hooks.THREAD, sleep);
        sited(THREAD, "sleep", Hooks.THREAD, sleep);
        for (var method :
                new String[] {
                    "start",
                    "run",
                    "join",
                    "isAlive",
                    "getState",
                    "interrupt",
                    "isInterrupted",
                    "interrupted",
                    "yield",
                    "onSpinWait"
                }) {
            sited(THREAD, method, Hooks.THREAD, method);
        }
        for (var method : new String[] {"currentThread", "threadId", "setDaemon", "setName"}) {
            plain(THREAD, method, Hooks.THREAD, method);
        }
        plain(THREAD, "getId", Hooks.THREAD, "threadId");
        if (submission) disguises();
        plain(THREAD, "holdsLock", Hooks.MONITOR, "holdsLock");
        for (var method : new String[] {"park", "parkNanos", "parkUntil"})
            sited(SUPPORT, method, Hooks.PARK, method);
        sited(SUPPORT, "unpark", Hooks.THREAD, "unpark");
        for (var method : new String[] {"nanoTime", "currentTimeMillis"}) {
            plain("java/lang/System", method, Hooks.TIME, method);
        }
        plain("java/lang/Math", "random", Hooks.TIME, "random");
        plain("java/util/UUID", "randomUUID", Hooks.TIME, "randomUUID");
        for (var method :
                new String[] {
                    "orTimeout", "completeOnTimeout", "delayedExecutor", "defaultExecutor"
                }) {
            plain(FUTURE, method, Hooks.FUTURE, method);
        }
    }

    /** What a submission could tell the explorer by. */
    private void disguises() {
        plain(THREAD, "isVirtual", Hooks.THREAD, "isVirtual");
        plain(THREAD, "isDaemon", Hooks.THREAD, "isDaemon");
        plain("java/lang/System", "identityHashCode", Hooks.THREAD, "identityHashCode");
    }

    private void sited(String owner, String name, String hooks, String method) {
        redirects.put(owner + "." + name, new Redirect(hooks, method, true));
    }

    private void plain(String owner, String name, String hooks, String method) {
        redirects.put(owner + "." + name, new Redirect(hooks, method, false));
    }

    /** The hook for a method, or null if it is called as it stands. */
    Redirect of(String owner, String name) {
        return redirects.get(owner + "." + name);
    }
}
