package dev.interleave.explore.weave;

import dev.interleave.explore.runtime.LibraryHooks;
import dev.interleave.explore.runtime.VarHandleHooks;
import java.util.Set;

/** What the names of the JDK's methods say about what they do to others. */
final class JdkMethods {

    private static final Set<String> LOOKS =
            Set.of(
                    "get",
                    "peek",
                    "peekFirst",
                    "peekLast",
                    "size",
                    "isEmpty",
                    "getFirst",
                    "getLast",
                    "element",
                    "iterator",
                    "descendingIterator",
                    "hasNext",
                    "next",
                    "stream",
                    "toArray",
                    "toString",
                    "hashCode",
                    "equals",
                    "indexOf",
                    "lastIndexOf",
                    "entrySet",
                    "keySet",
                    "values",
                    "forEach",
                    "first",
                    "last",
                    "firstKey",
                    "lastKey",
                    "floorKey",
                    "ceilingKey",
                    "firstEntry",
                    "lastEntry",
                    "floorEntry",
                    "ceilingEntry",
                    "cardinality",
                    "length",
                    "charAt",
                    "subList",
                    "containsAll",
                    "reversed",
                    "getOrDefault",
                    "getKey",
                    "getValue",
                    "mappingCount",
                    "isDone",
                    "isShutdown",
                    "isTerminated",
                    "isCancelled",
                    "isCompletedExceptionally",
                    "resultNow",
                    "state",
                    "intValue",
                    "longValue",
                    "doubleValue",
                    "sum",
                    "getPlain",
                    "getOpaque",
                    "getAcquire",
                    "getReference",
                    "getStamp",
                    "isMarked",
                    "getCount",
                    "availablePermits",
                    "remainingCapacity",
                    "hasWaiters",
                    "validate",
                    "lock",
                    "lockInterruptibly",
                    "tryLock",
                    "acquire",
                    "acquireUninterruptibly",
                    "tryAcquire",
                    "readLock",
                    "writeLock",
                    "tryReadLock",
                    "tryWriteLock",
                    "tryOptimisticRead",
                    "acquireShared",
                    "acquireInterruptibly",
                    "acquireSharedInterruptibly",
                    "getState",
                    "newCondition",
                    "getPhase",
                    "getRegisteredParties",
                    "exceptionNow");
    private static final Set<String> CHANGES =
            Set.of(
                    "put",
                    "putFirst",
                    "putLast",
                    "offer",
                    "offerFirst",
                    "offerLast",
                    "add",
                    "addFirst",
                    "addLast",
                    "push",
                    "set",
                    "lazySet",
                    "setRelease",
                    "setPlain",
                    "setOpaque",
                    "getAndSet",
                    "incrementAndGet",
                    "decrementAndGet",
                    "getAndIncrement",
                    "getAndDecrement",
                    "addAndGet",
                    "getAndAdd",
                    "updateAndGet",
                    "getAndUpdate",
                    "accumulateAndGet",
                    "increment",
                    "decrement",
                    "complete",
                    "completeExceptionally",
                    "countDown",
                    "release",
                    "signal",
                    "signalAll",
                    "submit",
                    "execute",
                    "invokeAll",
                    "schedule",
                    "putIfAbsent",
                    "merge",
                    "compute",
                    "transfer",
                    "exchange",
                    "arrive",
                    "fork");
    private static final Set<String> LOCKED_CALLBACKS =
            Set.of("compute", "computeIfAbsent", "computeIfPresent", "merge", "replaceAll");

    private JdkMethods() {}

    /** Whether a call would use threads of the JVM, whose schedules cannot be explored. */
    static boolean leavesControl(String owner, String name) {
        if (!owner.startsWith("java/util/")) return false;
        var isPool =
                owner.equals("java/util/concurrent/ForkJoinPool")
                        || owner.equals("java/util/Timer");
        return isPool || name.startsWith("parallel") || name.equals("newWorkStealingPool");
    }

    /** Whether a call writes to what others write to as well, as {@code System.out} mostly is. */
    static boolean prints(String owner, String name) {
        return owner.equals("java/lang/IO") && name.startsWith("print")
                || owner.equals("java/io/PrintStream")
                        && (name.startsWith("print")
                                || name.equals("write")
                                || name.equals("append"));
    }

    static boolean looks(String name) {
        return LOOKS.contains(name) || name.startsWith("contains") || name.startsWith("is");
    }

    /** Whether a call concerns the element of a list whose number it is given first. */
    static boolean isOfElement(String name) {
        return name.equals("get") || name.equals("set");
    }

    /** Whether a call looks at no element, only at how many there are. */
    private static boolean counts(String name) {
        return name.equals("size") || name.equals("isEmpty");
    }

    /** The flags of {@link LibraryHooks}. */
    static int flags(String name, boolean submission) {
        return (looks(name) ? LibraryHooks.LOOKS : 0)
                | (looks(name) && !counts(name) ? LibraryHooks.ELEMENTS : 0)
                | (CHANGES.contains(name) ? LibraryHooks.CHANGES : 0)
                | (LOCKED_CALLBACKS.contains(name) ? LibraryHooks.LOCKED_CALLBACKS : 0)
                | (name.equals("signal") || name.equals("signalAll") ? LibraryHooks.SIGNALS : 0)
                | (submission ? 0 : LibraryHooks.UNJUDGED);
    }

    /**
     * Whether calls on objects of this type may synchronize; the object's class decides when it is
     * known.
     */
    static boolean maySynchronize(String owner) {
        if (owner.startsWith("java/util/function/") || owner.startsWith("java/util/stream/"))
            return false;
        return owner.startsWith("java/util/")
                || owner.equals("java/lang/StringBuilder")
                || owner.equals("java/lang/StringBuffer")
                || owner.equals("java/lang/Iterable")
                || owner.equals("java/lang/AutoCloseable");
    }

    /** The mode of {@link VarHandleHooks}. */
    static int accessMode(String name) {
        return switch (name) {
            case "get" -> 0;
            case "set" -> VarHandleHooks.WRITES;
            case "getOpaque" -> VarHandleHooks.ATOMIC;
            case "setOpaque" -> VarHandleHooks.ATOMIC | VarHandleHooks.WRITES;
            case "getVolatile", "getAcquire" -> VarHandleHooks.ATOMIC | VarHandleHooks.ACQUIRES;
            case "setVolatile", "setRelease" ->
                    VarHandleHooks.ATOMIC | VarHandleHooks.RELEASES | VarHandleHooks.WRITES;
            default ->
                    VarHandleHooks.ATOMIC
                            | VarHandleHooks.ACQUIRES
                            | VarHandleHooks.RELEASES
                            | VarHandleHooks.WRITES;
        };
    }
}
