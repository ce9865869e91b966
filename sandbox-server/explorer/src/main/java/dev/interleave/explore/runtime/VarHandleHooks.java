package dev.interleave.explore.runtime;

import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.VarHandleDesc;

/** What woven code calls before it accesses a variable through a VarHandle. */
public final class VarHandleHooks {

    /** The access is ordered like a volatile read. */
    public static final int ACQUIRES = 1;

    /** The access is ordered like a volatile write. */
    public static final int RELEASES = 2;

    /** The access writes. */
    public static final int WRITES = 4;

    /** The access is atomic, even where it orders nothing (opaque). */
    public static final int ATOMIC = 8;

    private VarHandleHooks() {}

    /**
     * @param first the first argument if it is an object: what holds the variable, or the array
     * @param second the second argument if it is an int: the index in an array
     */
    public static void access(VarHandle handle, Object first, int second, int mode, String site) {
        var execution = Execution.here();
        if (execution == null || handle == null) return;
        var coordinates = handle.coordinateTypes();
        var isStatic = coordinates.isEmpty();
        if (!isStatic && first == null) return;
        var shadow = isStatic ? execution.statics() : execution.shadow(first);
        Object name = coordinates.size() == 2 ? (Object) second : fieldName(handle);
        if ((mode & ATOMIC) != 0) {
            MemoryHooks.ordered(
                    execution, shadow, name, (mode & ACQUIRES) != 0, (mode & RELEASES) != 0, site);
        } else if (!isStatic) {
            MemoryHooks.plain(execution, shadow.variables(), name, (mode & WRITES) != 0, site);
        }
    }

    private static String fieldName(VarHandle handle) {
        return handle.describeConstable()
                .map(VarHandleDesc::constantName)
                .orElse(LibraryHooks.VOLATILES);
    }
}
