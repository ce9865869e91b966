package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.Fact;
import dev.interleave.measurer.message.Fact.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;

/**
 * What the JIT said of the version's methods: which it put into their callers, and which of its
 * code it had to leave again.
 *
 * <p>Threading: one thread.
 */
final class JitEvents {

    static final String COMPILATION = "jdk.Compilation";
    static final String INLINING = "jdk.CompilerInlining";
    static final String DEOPTIMIZATION = "jdk.Deoptimization";

    /** What the second compiler makes is what is measured. */
    private static final int SECOND_COMPILER = 4;

    private static final int MOST_NOT_INLINED = 10;

    /** A place in a method where another one is called. */
    private record Place(String caller, int bci, String callee) {}

    /** What the JIT decided there; of several compilations the newest counts. */
    private record Decision(int compilation, boolean inlined, String why, boolean own) {}

    private record Left(String method, String reason) {}

    private final Own own;
    private final Instant steady;
    private final Set<Integer> bySecond = new HashSet<>();
    private final Map<Place, List<Decision>> decisions = new LinkedHashMap<>();
    private final Map<Left, long[]> left =
            new TreeMap<>(Comparator.comparing(Left::method).thenComparing(Left::reason));

    JitEvents(Own own, Instant steady) {
        this.own = own;
        this.steady = steady;
    }

    void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case COMPILATION -> compiled(event);
            case INLINING -> decided(event);
            case DEOPTIMIZATION -> leftBehind(event);
            default -> {
                // Not about the JIT.
            }
        }
    }

    private void compiled(RecordedEvent event) {
        if (event.getInt("compileLevel") == SECOND_COMPILER) {
            bySecond.add(event.getInt("compileId"));
        }
    }

    private void decided(RecordedEvent event) {
        RecordedMethod caller = event.getValue("caller");
        RecordedObject callee = event.getValue("callee");
        if (caller == null || callee == null) {
            return;
        }
        String calledType = callee.getString("type").replace('/', '.');
        boolean ownCallee = own.is(calledType);
        if (!ownCallee && !own.is(caller.getType().getName())) {
            return;
        }
        String callerName = name(caller.getType().getName(), caller.getName());
        String calleeName = name(calledType, callee.getString("name"));
        decisions
                .computeIfAbsent(
                        new Place(callerName, event.getInt("bci"), calleeName),
                        _ -> new ArrayList<>())
                .add(
                        new Decision(
                                event.getInt("compileId"),
                                event.getBoolean("succeeded"),
                                event.getString("message"),
                                ownCallee));
    }

    private void leftBehind(RecordedEvent event) {
        RecordedMethod method = event.getValue("method");
        if (method == null || !own.is(method.getType().getName())) {
            return;
        }
        long[] counts =
                left.computeIfAbsent(
                        new Left(
                                name(method.getType().getName(), method.getName()),
                                event.getString("reason")),
                        _ -> new long[2]);
        counts[0]++;
        if (!event.getStartTime().isBefore(steady)) {
            counts[1]++;
        }
    }

    /** The version's own methods by their names, others with their class. */
    private String name(String type, String method) {
        return own.is(type)
                ? method + "()"
                : type.substring(type.lastIndexOf('.') + 1) + "." + method + "()";
    }

    List<Fact> facts() {
        Map<String, Set<String>> inlined = new LinkedHashMap<>();
        Map<String, Fact> refused = new HashMap<>();
        decisions.forEach(
                (place, all) ->
                        all.stream()
                                .filter(one -> bySecond.contains(one.compilation()))
                                .reduce((a, b) -> a.compilation() > b.compilation() ? a : b)
                                .ifPresent(newest -> take(place, newest, inlined, refused)));
        List<Fact> facts = new ArrayList<>();
        inlined.forEach(
                (method, callers) ->
                        facts.add(new Fact(Kind.INLINED, method, "", callers.size(), 0)));
        refused.values().stream().limit(MOST_NOT_INLINED).forEach(facts::add);
        left.forEach(
                (what, counts) ->
                        facts.add(
                                new Fact(
                                        Kind.DEOPTIMIZED,
                                        what.method(),
                                        what.reason(),
                                        counts[0],
                                        counts[1])));
        return facts;
    }

    private static void take(
            Place place,
            Decision newest,
            Map<String, Set<String>> inlined,
            Map<String, Fact> refused) {
        if (!newest.inlined()) {
            refused.put(
                    place.callee(), new Fact(Kind.NOT_INLINED, place.callee(), newest.why(), 0, 0));
        } else if (newest.own()) {
            inlined.computeIfAbsent(place.callee(), _ -> new HashSet<>()).add(place.caller());
        }
    }
}
