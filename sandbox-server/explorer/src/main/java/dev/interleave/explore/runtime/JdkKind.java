package dev.interleave.explore.runtime;

import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** How objects of the JDK behave towards threads, by their class. */
enum JdkKind {
    /** Synchronizes by itself, without monitors that matter. */
    CONCURRENT,
    /** Changes volatile fields of other objects. */
    UPDATER,
    /** Hands work from thread to thread. */
    TASKS,
    /** Synchronizes on a monitor that user code may take, too. */
    MONITORED,
    /** Does not synchronize: two threads must not use it at once. */
    UNSYNCHRONIZED,
    /** Immutable, or of no concern. */
    OTHER;

    private static final Set<String> PLAIN =
            Set.of(
                    "java.util.ArrayDeque",
                    "java.util.ArrayList",
                    "java.util.BitSet",
                    "java.util.EnumMap",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.IdentityHashMap",
                    "java.util.LinkedHashMap",
                    "java.util.LinkedHashSet",
                    "java.util.LinkedList",
                    "java.util.PriorityQueue",
                    "java.util.TreeMap",
                    "java.util.TreeSet",
                    "java.util.WeakHashMap",
                    "java.lang.StringBuilder");
    private static final Set<String> LOCKED =
            Set.of(
                    "java.util.Vector",
                    "java.util.Hashtable",
                    "java.util.Stack",
                    "java.lang.StringBuffer");

    private static final ClassValue<JdkKind> KINDS =
            new ClassValue<>() {
                @Override
                protected JdkKind computeValue(Class<?> type) {
                    return classify(type);
                }
            };

    static JdkKind of(Object object) {
        return object == null ? OTHER : KINDS.get(object.getClass());
    }

    private static JdkKind classify(Class<?> type) {
        var ancestor = type;
        while (ancestor.getClassLoader() != null) ancestor = ancestor.getSuperclass();
        var name = ancestor.getName();
        if (name.endsWith("FieldUpdater") || name.contains("FieldUpdater$")) return UPDATER;
        if (name.startsWith("java.util.concurrent."))
            return handsOver(ancestor) ? TASKS : CONCURRENT;
        var outer = outermost(name);
        if (LOCKED.contains(outer) || name.startsWith("java.util.Collections$Synchronized"))
            return MONITORED;
        return PLAIN.contains(outer) ? UNSYNCHRONIZED : OTHER;
    }

    private static boolean handsOver(Class<?> type) {
        return Executor.class.isAssignableFrom(type)
                || Future.class.isAssignableFrom(type)
                || CompletionStage.class.isAssignableFrom(type)
                || CompletionService.class.isAssignableFrom(type)
                || type.getName().startsWith("java.util.concurrent.StructuredTaskScope");
    }

    /**
     * Whether an object that a call returned is a view of what it was called on: an iterator, a key
     * set, a condition.
     */
    static boolean isView(Object result, Object of) {
        if (result == null || result == of) return false;
        return result instanceof java.util.concurrent.locks.Condition
                || outermost(result.getClass().getName())
                        .equals(outermost(of.getClass().getName()));
    }

    private static String outermost(String name) {
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
