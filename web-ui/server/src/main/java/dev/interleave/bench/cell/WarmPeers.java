package dev.interleave.bench.cell;

import dev.interleave.bench.Bench;
import dev.interleave.bench.WrongResult;
import dev.interleave.bench.peer.Engine;
import dev.interleave.bench.peer.Peer;
import java.io.IOException;

/** Starts peers and lets them warm up as the product's compilers do. */
final class WarmPeers {

    /** As many as the product's compilers evaluate before anybody asks them. */
    private static final int WARM_UP = 200;

    private static final int QUICK_WARM_UP = 80;

    private WarmPeers() {}

    static Peer start(Engine engine, Bench bench) throws IOException, WrongResult {
        var peer = Peer.start(engine, bench.jdk());
        peer.openOnFloor();
        var total = bench.amounts().quick() ? QUICK_WARM_UP : WARM_UP;
        for (var i = 0; i < total; i++) {
            if (i % 40 == 39) {
                peer.openOnFloor();
            }
            peer.evaluate(i % 4 == 3 ? Kind.CLASS.source(i) : Mix.cell(i));
            bench.progress().at(peer.name() + " warms up", i, total);
        }
        return peer;
    }
}
