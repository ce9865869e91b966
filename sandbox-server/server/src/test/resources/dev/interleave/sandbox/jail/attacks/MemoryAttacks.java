import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

class MemoryAttacks {

    private static final int CHUNK = 1 << 20;

    static Object heap(String[] args) {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            kept.add(new byte[CHUNK]);
        }
        return kept.size();
    }

    static Object directBuffers(String[] args) {
        List<ByteBuffer> kept = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            kept.add(ByteBuffer.allocateDirect(CHUNK));
        }
        return kept.size();
    }

    static Object classes(String[] args) throws Exception {
        byte[] code;
        try (var in = MemoryAttacks.class.getResourceAsStream("MemoryAttacks.class")) {
            code = in.readAllBytes();
        }
        List<Class<?>> kept = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            kept.add(MethodHandles.lookup().defineHiddenClass(code, false).lookupClass());
        }
        return kept.size();
    }

    /** No flag of the JVM bounds these. */
    static Object arena(String[] args) {
        try (Arena arena = Arena.ofShared()) {
            for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                arena.allocate(CHUNK).fill((byte) 1);
            }
            return args[0];
        }
    }
}
