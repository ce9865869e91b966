import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** System calls by number, for which the test gives native access that learners do not have. */
class KernelAttacks {

    private static final int WORDS = 6;

    /** The number, then up to six words: numbers, or "buffer" for the address of 256 zero bytes. */
    static Object call(String[] args) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            long[] words = new long[WORDS + 1];
            for (int i = 0; i < args.length; i++) {
                words[i] =
                        args[i].equals("buffer")
                                ? arena.allocate(256, 8).address()
                                : Long.decode(args[i]);
            }
            return syscall(arena, words);
        }
    }

    private static long syscall(Arena arena, long[] w) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var state = Linker.Option.captureStateLayout();
        var number = ValueLayout.JAVA_LONG;
        MethodHandle call =
                linker.downcallHandle(
                        linker.defaultLookup().find("syscall").orElseThrow(),
                        FunctionDescriptor.of(
                                number, number, number, number, number, number, number, number),
                        Linker.Option.captureCallState("errno"));
        VarHandle errno = state.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        MemorySegment captured = arena.allocate(state);
        long result = (long) call.invokeExact(captured, w[0], w[1], w[2], w[3], w[4], w[5], w[6]);
        if (result == -1) {
            throw new IOException("errno " + (int) errno.get(captured, 0L));
        }
        return result;
    }
}
