package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Static fields begin anew in each run. */
public class Statics {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final List<String> SEEN = new ArrayList<>(List.of("initializer"));
    private static int plain = 7;

    /** Initialized by the first thread that asks, and by nobody else. */
    private static final class Holder {
        static final int[] VALUE = {RUNS.incrementAndGet()};
    }

    /** Waits where no virtual thread can. */
    private static final class Waiting {
        static final boolean DONE;

        static {
            try {
                var latch = new CountDownLatch(1);
                Thread.startVirtualThread(latch::countDown);
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            DONE = true;
        }
    }

    /** An initializer that throws. */
    private static final class Broken {
        static final int VALUE = Integer.parseInt("no number");
    }

    @Explore(schedules = 200)
    @Expect("passed")
    public void everyRunStartsAnew(Run run) throws Exception {
        run.checkEquals(7, plain, "plain");
        run.checkEquals(List.of("initializer"), SEEN, "seen");
        plain++;
        SEEN.add("run");
        for (var i = 0; i < 2; i++) {
            run.go("user " + i, () -> run.checkEquals(1, Holder.VALUE[0], "initializations"));
        }
    }

    @Explore(schedules = 200)
    @Expect("pinned")
    public void initializerThatWaits(Run run) throws Exception {
        run.check(Waiting.DONE, "not done");
    }

    @Explore(schedules = 200)
    @Expect("exception")
    public void initializerThatThrows(Run run) throws Exception {
        run.check(Broken.VALUE == 0, "not broken");
    }

    @Explore(schedules = 200)
    @Expect("race")
    public void staticCounter(Run run) throws Exception {
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> plain++);
    }
}
