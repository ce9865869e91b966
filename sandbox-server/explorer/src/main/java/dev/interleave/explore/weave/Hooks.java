package dev.interleave.explore.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The classes that woven code calls, by their simple names. */
final class Hooks {

    static final String MEMORY = "MemoryHooks";
    static final String VALUE = "ValueHooks";
    static final String MONITOR = "MonitorHooks";
    static final String LIBRARY = "LibraryHooks";
    static final String TASK = "TaskHooks";
    static final String THREAD = "ThreadHooks";
    static final String INITIALIZER = "InitializerHooks";
    static final String PARK = "ParkHooks";
    static final String TIME = "TimeHooks";
    static final String FUTURE = "FutureHooks";
    static final String VAR_HANDLE = "VarHandleHooks";

    /** The tests' API, as the beginning of internal names. */
    static final String API = "dev/interleave/explore/";

    private static final String PACKAGE = "dev.interleave.explore.runtime.";

    private Hooks() {}

    static ClassDesc type(String simpleName) {
        return ClassDesc.of(PACKAGE + simpleName);
    }

    static void call(CodeBuilder code, String hooks, String method, String descriptor) {
        code.invokestatic(type(hooks), method, MethodTypeDesc.ofDescriptor(descriptor));
    }
}
