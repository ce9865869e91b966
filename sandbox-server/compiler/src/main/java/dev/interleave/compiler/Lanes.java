package dev.interleave.compiler;

import dev.interleave.wire.ToCompiler.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lanes for sessions with the same options, one for each processor.
 *
 * <p>Threading: any thread.
 */
final class Lanes {

    /** The same as JShell compiles with. */
    private static final List<String> OPTIONS =
            List.of("-Xlint:unchecked,-strictfp", "-proc:none", "-parameters");

    /** Names of methods to remember; they come from learners. */
    private static final int MAX_NAMES = 10_000;

    private final List<Lane> lanes = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Boolean> isVoid = new ConcurrentHashMap<>();

    Lanes(Options options, PlatformTypes platform) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            lanes.add(new Lane(new SharedJavac(options, OPTIONS), platform));
        }
    }

    LaneResult compile(LaneTask task) {
        for (Lane lane : lanes) {
            Optional<LaneResult> result = lane.tryCompile(task);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return lanes.get(Math.floorMod(turn.getAndIncrement(), lanes.size())).compile(task);
    }

    /** Whether calls of methods of this name had no value when they were last compiled. */
    boolean seemsVoid(String method) {
        return method != null
                && isVoid.getOrDefault(method, method.equals("println") || method.equals("print"));
    }

    void learn(String method, boolean hasNoValue) {
        if (method != null) {
            if (isVoid.size() > MAX_NAMES) {
                isVoid.clear();
            }
            isVoid.put(method, hasNoValue);
        }
    }
}
