package dev.interleave.agent;

import jdk.internal.misc.Unsafe;
import jdk.internal.module.ModuleBootstrap;
import jdk.internal.module.ModuleBootstrap.IllegalNativeAccess;

/**
 * Forbids native access to every module that it was not given to on the command line.
 *
 * <p>This is what {@code --illegal-native-access=deny} does. The flag itself makes JDK 25 give up
 * the archived module graph, which doubles the CPU time of a start, so the field that it sets is
 * set here instead, before any class of the learner's exists.
 */
final class NativeAccess {

    private NativeAccess() {}

    static void deny() throws NoSuchFieldException {
        Unsafe unsafe = Unsafe.getUnsafe();
        var field = ModuleBootstrap.class.getDeclaredField("ILLEGAL_NATIVE_ACCESS");
        unsafe.putReference(
                unsafe.staticFieldBase(field),
                unsafe.staticFieldOffset(field),
                IllegalNativeAccess.DENY);
        if (ModuleBootstrap.illegalNativeAccess() != IllegalNativeAccess.DENY) {
            throw new IllegalStateException("native access could not be denied");
        }
    }
}
