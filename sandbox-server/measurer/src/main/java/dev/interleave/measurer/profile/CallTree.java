package dev.interleave.measurer.profile;

import dev.interleave.measurer.message.Frame;
import dev.interleave.measurer.message.FromMeasurer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stacks, put together where they begin alike. Threading: one thread. */
final class CallTree {

    /** A method; {@code type} is empty for what is no method. */
    record Call(String type, String method, boolean own) {}

    private static final Call RARE = new Call("", "calls that were seen seldom", false);

    private final Map<Call, CallTree> below = new LinkedHashMap<>();
    private int samples;
    private int top;

    /**
     * @param calls from the outermost to the one that ran
     */
    void add(List<Call> calls) {
        samples++;
        if (calls.isEmpty()) {
            top++;
        } else {
            below.computeIfAbsent(calls.getFirst(), _ -> new CallTree())
                    .add(calls.subList(1, calls.size()));
        }
    }

    int samples() {
        return samples;
    }

    /** The whole tree, the heaviest first; what is rare is put together until it fits. */
    List<Frame> frames() {
        for (int least = 1; ; least *= 2) {
            List<Frame> frames = new ArrayList<>();
            tell(0, least, frames);
            if (frames.size() <= FromMeasurer.MOST_FRAMES) {
                return frames;
            }
        }
    }

    private void tell(int depth, int least, List<Frame> frames) {
        List<Map.Entry<Call, CallTree>> heaviestFirst =
                below.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<Call, CallTree> one) ->
                                                        one.getValue().samples)
                                        .reversed())
                        .toList();
        int rare = 0;
        for (Map.Entry<Call, CallTree> one : heaviestFirst) {
            CallTree tree = one.getValue();
            if (tree.samples < least) {
                rare += tree.samples;
            } else {
                frames.add(frame(depth, one.getKey(), tree.top));
                tree.tell(depth + 1, least, frames);
            }
        }
        if (rare > 0) {
            frames.add(frame(depth, RARE, rare));
        }
    }

    private static Frame frame(int depth, Call call, int samples) {
        return new Frame(depth, call.type(), call.method(), call.own(), samples);
    }
}
