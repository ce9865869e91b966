package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Fact;
import dev.interleave.measurer.message.Frame;
import dev.interleave.measurer.message.FromMeasurer.Profiled;
import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;
import dev.interleave.sandbox.result.CompareResult.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a flame graph of what a jail recorded. What a frame weighs is summed up here, so that no
 * frame can weigh more than the one that it is in.
 */
record Flames(String name, Profiled profiled, LookInside.Allocation allocation) {

    Flame flame(double seconds, double cpuShare, Host host) {
        List<FlameFrame> frames = frames();
        int samples =
                frames.stream()
                        .filter(frame -> frame.depth() == 0)
                        .mapToInt(FlameFrame::total)
                        .sum();
        return new Flame(name, profiled.event(), samples, seconds, cpuShare, frames, facts(), host);
    }

    private List<FlameFrame> frames() {
        List<Frame> all = profiled.frames();
        int[] totals = new int[all.size()];
        List<Integer> open = new ArrayList<>();
        int[] depths = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            Frame frame = all.get(i);
            // A depth that skips one would have no frame to be in.
            int depth = Math.min(frame.depth(), open.size());
            open.subList(depth, open.size()).clear();
            open.add(i);
            depths[i] = depth;
            for (int above : open) {
                totals[above] += frame.samples();
            }
        }
        List<FlameFrame> frames = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Frame one = all.get(i);
            frames.add(
                    new FlameFrame(
                            depths[i],
                            one.type(),
                            one.method(),
                            one.own(),
                            one.samples(),
                            totals[i]));
        }
        return frames;
    }

    private List<FlameFact> facts() {
        List<FlameFact> facts = new ArrayList<>();
        if (allocation.isTold()) {
            facts.add(
                    fact(
                            new Fact(
                                    Fact.Kind.ALLOCATION,
                                    "",
                                    "",
                                    allocation.before(),
                                    allocation.after())));
        }
        profiled.facts().stream()
                .filter(one -> one.kind() != Fact.Kind.ALLOCATION)
                .map(Flames::fact)
                .forEach(facts::add);
        return facts;
    }

    private static FlameFact fact(Fact fact) {
        String kind = fact.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FlameFact(kind, fact.method(), fact.detail(), fact.number(), fact.other());
    }
}
