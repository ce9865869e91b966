package dev.interleave.agent;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import jdk.internal.misc.Unsafe;

/**
 * Throws an exception into another thread: JVMTI's {@code StopThread}, the only way that JDK 25 has
 * left, called through the foreign function API so that no library of our own is needed.
 *
 * <p>References to objects cross the border as JNI local references, and the JVM forgets those as
 * soon as the calling thread executes any native method, which in the interpreter may be a method
 * of the JDK's innermost. So a reference is never held by Java code: the call that makes it is an
 * argument of the call that takes it, and both are linked before into one method handle. All
 * functions have the same shape of four words in and one out, more than most of them need, which
 * the calling conventions of the supported platforms allow; so there is just one such handle.
 *
 * <p>Threading: everything happens in the thread that made it.
 */
@SuppressWarnings("restricted")
final class Jvmti {

    /** Why a thread could not be struck, or {@link #OK}: the codes of {@code jvmti.h}. */
    static final int OK = 0;

    /** Positions in the table of JNI's invocation interface, from {@code jni.h}. */
    private static final int GET_ENV = 6;

    /** Positions in the table of JNI functions, counted from 0 in {@code jni.h}. */
    private static final int FIND_CLASS = 6;

    private static final int NEW_GLOBAL_REF = 21;
    private static final int GET_OBJECT_CLASS = 31;
    private static final int GET_FIELD_ID = 94;
    private static final int GET_OBJECT_FIELD = 95;
    private static final int GET_STATIC_METHOD_ID = 113;
    private static final int CALL_STATIC_OBJECT_METHOD_A = 116;

    /** Positions in the table of JVMTI functions: the numbers in {@code jvmti.h} less 1. */
    private static final int SUSPEND_THREAD = 4;

    private static final int RESUME_THREAD = 5;
    private static final int STOP_THREAD = 6;
    private static final int ADD_CAPABILITIES = 141;

    /** Positions of bits in {@code jvmtiCapabilities}. */
    private static final int CAN_SIGNAL_THREAD = 10;

    private static final int CAN_SUSPEND = 20;
    private static final int CAN_SUPPORT_VIRTUAL_THREADS = 44;
    private static final int CAPABILITIES_BYTES = 16;

    /** {@code PR_SET_DUMPABLE} of Linux. */
    private static final int SET_DUMPABLE = 4;

    private static final long JNI_VERSION_21 = 0x00150000;
    private static final long JVMTI_VERSION_21 = 0x30150000;

    private static final FunctionDescriptor FOUR_WORDS =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Calls a function: its address and four words. */
    private static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(FOUR_WORDS);

    /** Calls a function with the result of another one as its second word. */
    private static final MethodHandle CALL_WITH_RESULT =
            MethodHandles.collectArguments(CALL, 2, CALL);

    /** Reads and writes words without what the JDK links for a memory segment's first use. */
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private static final int WORD = Long.BYTES;

    private final long jni;
    private final long jvmti;
    private final MemorySegment getObjectField;
    private final MemorySegment suspend;
    private final MemorySegment resume;
    private final MemorySegment stop;
    private final long holder;
    private final long target;
    private final long signal;
    private final Signals signals = new Signals();
    private boolean virtualThreads;

    /**
     * Prepares everything in the calling thread, whose object hands over what is to be struck.
     *
     * @throws Throwable if this JVM is not what it is taken for
     */
    Jvmti() throws Throwable {
        long[] environments = environments();
        jni = environments[0];
        jvmti = environments[1];
        addCapabilities(jvmti, CAN_SIGNAL_THREAD, CAN_SUSPEND);
        suspend = function(jvmti, SUSPEND_THREAD);
        resume = function(jvmti, RESUME_THREAD);
        stop = function(jvmti, STOP_THREAD);
        getObjectField = function(jni, GET_OBJECT_FIELD);
        holder = currentThread();
        long type = globalRef(jni, function(jni, GET_OBJECT_CLASS), holder, 0, 0);
        target = field(type, "target", "Ljava/lang/Thread;");
        long signalField = field(type, "signal", "Ljava/lang/Throwable;");
        signal = globalRef(jni, getObjectField, holder, signalField, 0);
    }

    /** The JNI environment of the calling thread, and a JVMTI environment for any thread. */
    static long[] environments() throws Throwable {
        long result = UNSAFE.allocateMemory(2 * WORD);
        check(call(createdJavaVms(), result, 1, result + WORD, 0));
        long vm = UNSAFE.getLong(result);
        MemorySegment getEnv = function(vm, GET_ENV);
        check(call(getEnv, vm, result, JNI_VERSION_21, 0));
        long jni = UNSAFE.getLong(result);
        check(call(getEnv, vm, result, JVMTI_VERSION_21, 0));
        long jvmti = UNSAFE.getLong(result);
        UNSAFE.freeMemory(result);
        return new long[] {jni, jvmti};
    }

    /** Strikes the target of the calling thread; a virtual one must be held, on a carrier. */
    int strike() throws Throwable {
        return onTarget(stop, signal);
    }

    /** From now on virtual threads can be held, which makes all of them a little slower. */
    void supportVirtualThreads() throws Throwable {
        if (!virtualThreads) {
            addCapabilities(jvmti, CAN_SUPPORT_VIRTUAL_THREADS);
            virtualThreads = true;
        }
    }

    /**
     * Hides the memory of this JVM, which Linux shows as a file that can be written, from the
     * learner's code: such files of a process that must not be dumped belong to root.
     */
    void hideMemory() throws Throwable {
        MemorySegment prctl = Linker.nativeLinker().defaultLookup().find("prctl").orElseThrow();
        check(call(prctl, SET_DUMPABLE, 0, 0, 0));
    }

    /** Holds the target of the calling thread where it is; a strike then meets it there. */
    int hold() throws Throwable {
        return onTarget(suspend, 0);
    }

    void release() throws Throwable {
        onTarget(resume, 0);
    }

    /** Makes system calls of the JDK that wait for input or output return to it. */
    void signalThreads() throws Throwable {
        for (long thread : signals.threads()) {
            call(signals.function(), ProcessHandle.current().pid(), thread, Signals.NUMBER, 0);
        }
    }

    private int onTarget(MemorySegment function, long argument) throws Throwable {
        return (int)
                (long)
                        CALL_WITH_RESULT.invokeExact(
                                function,
                                jvmti,
                                getObjectField,
                                jni,
                                holder,
                                target,
                                0L,
                                argument,
                                0L);
    }

    private long currentThread() throws Throwable {
        long type = classNamed(jni, "java/lang/Thread");
        long method =
                call(
                        function(jni, GET_STATIC_METHOD_ID),
                        jni,
                        type,
                        text("currentThread"),
                        text("()Ljava/lang/Thread;"));
        return globalRef(jni, function(jni, CALL_STATIC_OBJECT_METHOD_A), type, method, 0);
    }

    /** A class of the JDK by its name in class files, for good. */
    static long classNamed(long jni, String name) throws Throwable {
        return globalRef(jni, function(jni, FIND_CLASS), text(name), 0, 0);
    }

    private long field(long type, String name, String signature) throws Throwable {
        return call(function(jni, GET_FIELD_ID), jni, type, text(name), text(signature));
    }

    /** An ASCII text in the C language's form, for good. */
    private static long text(String ascii) {
        long address = UNSAFE.allocateMemory(ascii.length() + 1);
        for (int i = 0; i < ascii.length(); i++) {
            UNSAFE.putByte(address + i, (byte) ascii.charAt(i));
        }
        UNSAFE.putByte(address + ascii.length(), (byte) 0);
        return address;
    }

    /** A global reference to the object that this JNI function returns. */
    private static long globalRef(long jni, MemorySegment function, long a, long b, long c)
            throws Throwable {
        return (long)
                CALL_WITH_RESULT.invokeExact(
                        function(jni, NEW_GLOBAL_REF), jni, function, jni, a, b, c, 0L, 0L);
    }

    static void addCapabilities(long jvmti, int... bits) throws Throwable {
        long capabilities = UNSAFE.allocateMemory(CAPABILITIES_BYTES);
        UNSAFE.setMemory(capabilities, CAPABILITIES_BYTES, (byte) 0);
        for (int bit : bits) {
            long at = capabilities + bit / Byte.SIZE;
            UNSAFE.putByte(at, (byte) (UNSAFE.getByte(at) | 1 << bit % Byte.SIZE));
        }
        check(call(function(jvmti, ADD_CAPABILITIES), jvmti, capabilities, 0, 0));
        UNSAFE.freeMemory(capabilities);
    }

    private static MemorySegment createdJavaVms() {
        String home = System.getProperty("java.home");
        Path library = Path.of(home, "lib", "server", System.mapLibraryName("jvm"));
        return SymbolLookup.libraryLookup(library, Arena.global())
                .find("JNI_GetCreatedJavaVMs")
                .orElseThrow();
    }

    /** A function by its position in the table that the environment begins with. */
    static MemorySegment function(long environment, int position) {
        long table = UNSAFE.getLong(environment);
        return MemorySegment.ofAddress(UNSAFE.getLong(table + position * WORD));
    }

    static long call(MemorySegment function, long a, long b, long c, long d) throws Throwable {
        return (long) CALL.invokeExact(function, a, b, c, d);
    }

    static void check(long error) {
        if ((int) error != OK) {
            throw new IllegalStateException("the JVM refused: " + (int) error);
        }
    }
}
