package dev.interleave.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.UnaryOperator;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;

/**
 * What JDK 25 knows about its threads and does not tell: all of them, virtual ones included, and
 * what each has inherited.
 *
 * <p>Fields are only read, by their offsets and without the methods that belong to them, because
 * the thread that owns them runs at the same time and its class may be the learner's.
 */
final class JdkThreads {

    private static final JavaLangAccess JDK = SharedSecrets.getJavaLangAccess();
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long INHERITED =
            UNSAFE.objectFieldOffset(Thread.class, "inheritableThreadLocals");
    private static final Class<?> MAP = nested(ThreadLocal.class, "ThreadLocalMap");
    private static final long TABLE = UNSAFE.objectFieldOffset(MAP, "table");
    private static final long VALUE = UNSAFE.objectFieldOffset(nested(MAP, "Entry"), "value");
    private static final long HOLDER = UNSAFE.objectFieldOffset(Thread.class, "holder");
    private static final long TASK =
            UNSAFE.objectFieldOffset(nested(Thread.class, "FieldHolder"), "task");

    private static final long POOL = UNSAFE.objectFieldOffset(ForkJoinWorkerThread.class, "pool");

    private static final Thread VIRTUAL = Thread.ofVirtual().unstarted(() -> {});
    private static final long CARRIER =
            UNSAFE.objectFieldOffset(VIRTUAL.getClass(), "carrierThread");
    private static final long STATE = UNSAFE.objectFieldOffset(VIRTUAL.getClass(), "state");
    private static final long CONTINUATION = UNSAFE.objectFieldOffset(VIRTUAL.getClass(), "cont");
    private static final long BODY = UNSAFE.objectFieldOffset(Continuation.class, "target");
    private static final long BODY_TASK =
            UNSAFE.objectFieldOffset(body(VIRTUAL).getClass(), "val$task");

    private static final StackTraceElement[] NO_FRAMES = {};
    private static final MethodHandle STACK_ON_CARRIER = stackOnCarrier();
    private static final String CONTINUATION_CLASS = Continuation.class.getName();

    /** In the names of the methods that give a virtual thread to the carriers. */
    private static final String SUBMIT = "ubmitRunContinuation";

    /** A virtual thread that was started and waits for its first carrier. */
    private static final int STARTED = 1;

    private JdkThreads() {}

    private static Class<?> nested(Class<?> outer, String name) {
        for (Class<?> type : outer.getDeclaredClasses()) {
            if (type.getSimpleName().equals(name)) {
                return type;
            }
        }
        throw new IllegalStateException(outer + " has no " + name);
    }

    /** All live threads. */
    static List<Thread> all() {
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : JDK.getAllThreads()) {
            threads.add(thread);
        }
        Set<ThreadContainer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        addVirtual(ThreadContainers.root(), threads, seen);
        return threads;
    }

    private static void addVirtual(
            ThreadContainer container, List<Thread> threads, Set<ThreadContainer> seen) {
        if (seen.add(container)) {
            container
                    .threads()
                    .forEach(
                            thread -> {
                                if (thread.isVirtual()) {
                                    threads.add(thread);
                                }
                            });
            container.children().forEach(child -> addVirtual(child, threads, seen));
        }
    }

    /** What a thread has of an inheritable thread-local variable, or null. */
    @SuppressWarnings("unchecked")
    static <T> T inherited(Thread thread, InheritableThreadLocal<T> variable) {
        Object map = UNSAFE.getReference(thread, INHERITED);
        if (map == null) {
            return null;
        }
        Object[] table = (Object[]) UNSAFE.getReference(map, TABLE);
        for (Object entry : table) {
            if (entry instanceof Reference<?> key && refersTo(key, variable)) {
                return (T) UNSAFE.getReference(entry, VALUE);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static boolean refersTo(Reference<?> reference, Object object) {
        return ((Reference<Object>) reference).refersTo(object);
    }

    /** The {@code ForkJoinPool} whose workers carry virtual threads. */
    static Object carriers() {
        return UNSAFE.getReference(
                VIRTUAL, UNSAFE.objectFieldOffset(VIRTUAL.getClass(), "scheduler"));
    }

    /** Whether a virtual thread runs on a carrier at the moment. */
    static boolean isMounted(Thread thread) {
        return UNSAFE.getReferenceVolatile(thread, CARRIER) != null;
    }

    /**
     * The stack of a virtual thread that is held on a carrier, or none if it is being taken up or
     * put down. {@code getStackTrace} would wait until that is over, and here it never is.
     */
    static StackTraceElement[] stackOnCarrier(Thread virtual) throws Throwable {
        StackTraceElement[] frames = (StackTraceElement[]) STACK_ON_CARRIER.invoke(virtual);
        return frames == null ? NO_FRAMES : frames;
    }

    private static MethodHandle stackOnCarrier() {
        try {
            return lookup().findSpecial(
                            Thread.class,
                            "asyncGetStackTrace",
                            MethodType.methodType(StackTraceElement[].class),
                            VIRTUAL.getClass());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds every method of the JDK's. */
    static MethodHandles.Lookup lookup() throws NoSuchFieldException {
        Field field = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        return (MethodHandles.Lookup)
                UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
    }

    /**
     * Whether this is the stack of a virtual thread that its carrier takes up or puts down, or that
     * hands another one to the carriers.
     */
    static boolean isSwitching(StackTraceElement[] frames) {
        if (isOfVirtualThread(frames[0])) {
            return true;
        }
        for (StackTraceElement frame : frames) {
            if (isOfVirtualThread(frame) && frame.getMethodName().contains(SUBMIT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfVirtualThread(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.equals(VIRTUAL.getClass().getName()) || type.equals(CONTINUATION_CLASS);
    }

    /**
     * Lets a virtual thread that has not begun yet run something else instead. One that has, or
     * does so at this moment, is not affected.
     */
    static void replaceTask(Thread thread, UnaryOperator<Runnable> change) {
        if (UNSAFE.getIntVolatile(thread, STATE) == STARTED) {
            Object body = body(thread);
            Runnable task = (Runnable) UNSAFE.getReference(body, BODY_TASK);
            UNSAFE.putReferenceRelease(body, BODY_TASK, change.apply(task));
        }
    }

    private static Object body(Thread virtual) {
        return UNSAFE.getReference(UNSAFE.getReference(virtual, CONTINUATION), BODY);
    }

    /** What a platform thread was made to run, or null. */
    static Object task(Thread thread) {
        Object holder = UNSAFE.getReference(thread, HOLDER);
        return holder == null ? null : UNSAFE.getReference(holder, TASK);
    }

    /** The pool that a worker was made for. */
    static ForkJoinPool pool(ForkJoinWorkerThread worker) {
        return (ForkJoinPool) UNSAFE.getReference(worker, POOL);
    }

    /** The executor that starts a thread for each task and started this one, or null. */
    static ExecutorService executor(Thread thread) {
        return JDK.threadContainer(thread) instanceof ExecutorService executor ? executor : null;
    }
}
