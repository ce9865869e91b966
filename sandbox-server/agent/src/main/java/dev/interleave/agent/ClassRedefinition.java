package dev.interleave.agent;

import dev.interleave.agent.trace.Hooks;
import dev.interleave.wire.ClassFile;
import java.lang.foreign.MemorySegment;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * Gives classes of the JDK other code: JVMTI's {@code RedefineClasses}, called as in {@link Jvmti}.
 * What {@code java.lang.instrument} would add is done when a JVM starts, and every session would
 * pay for it.
 */
final class ClassRedefinition implements Hooks.Redefiner {

    /** Position in the table of JVMTI functions: the number in {@code jvmti.h} less 1. */
    private static final int REDEFINE_CLASSES = 86;

    /** Positions of bits in {@code jvmtiCapabilities}. */
    private static final int CAN_REDEFINE_CLASSES = 9;

    private static final int CAN_REDEFINE_ANY_CLASS = 21;

    /** The words of a {@code jvmtiClassDefinition}: the class, the count of bytes, the bytes. */
    private static final int DEFINITION_BYTES = 3 * Long.BYTES;

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    @Override
    public void redefine(List<ClassFile> classes) throws Throwable {
        long[] environments = Jvmti.environments();
        long jni = environments[0];
        long jvmti = environments[1];
        Jvmti.addCapabilities(jvmti, CAN_REDEFINE_CLASSES, CAN_REDEFINE_ANY_CLASS);
        long definitions = UNSAFE.allocateMemory((long) classes.size() * DEFINITION_BYTES);
        long at = definitions;
        for (ClassFile file : classes) {
            UNSAFE.putLong(at, Jvmti.classNamed(jni, file.name()));
            UNSAFE.putLong(at + Long.BYTES, file.bytes().length);
            UNSAFE.putLong(at + 2L * Long.BYTES, copy(file.bytes()));
            at += DEFINITION_BYTES;
        }
        MemorySegment redefine = Jvmti.function(jvmti, REDEFINE_CLASSES);
        long error = Jvmti.call(redefine, jvmti, classes.size(), definitions, 0);
        for (int i = 0; i < classes.size(); i++) {
            UNSAFE.freeMemory(
                    UNSAFE.getLong(definitions + (long) i * DEFINITION_BYTES + 2L * Long.BYTES));
        }
        UNSAFE.freeMemory(definitions);
        Jvmti.check(error);
    }

    private static long copy(byte[] bytes) {
        long address = UNSAFE.allocateMemory(bytes.length);
        UNSAFE.copyMemory(bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, address, bytes.length);
        return address;
    }
}
