package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Fields, elements and collections that threads share. */
public class Memory {

    private static final VarHandle READY;

    static {
        try {
            READY = MethodHandles.lookup().findVarHandle(Memory.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private boolean ready;
    private int value;

    @Explore
    @Expect("passed")
    public void releaseAndAcquire(Run run) throws Exception {
        run.go(
                "writer",
                () -> {
                    value = 1;
                    READY.setRelease(this, true);
                });
        run.go(
                "reader",
                () -> {
                    if ((boolean) READY.getAcquire(this)) run.checkEquals(1, value, "value");
                });
    }

    @Explore
    @Expect("race")
    public void opaqueOrdersNothing(Run run) throws Exception {
        run.go(
                "writer",
                () -> {
                    value = 1;
                    READY.setOpaque(this, true);
                });
        run.go(
                "reader",
                () -> {
                    if ((boolean) READY.getOpaque(this)) run.checkEquals(1, value, "value");
                });
    }

    @Explore
    @Expect("passed")
    public void eachSetsItsElement(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.set(1, 2));
        run.joinAll();
        run.checkEquals(List.of(1, 2), list, "the list");
    }

    @Explore
    @Expect("race")
    public void bothSetTheSameElement(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.set(0, 1));
    }

    @Explore
    @Expect("race")
    public void oneSetsWhatTheOtherGoesThrough(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 0));
        run.go("second", () -> run.check(list.contains(0), "nothing there"));
    }

    @Explore
    @Expect("race")
    public void oneSetsAndTheOtherAdds(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.add(2));
    }

    @Explore
    @Expect("passed")
    public void synchronizedListUnderItsOwnMonitor(Run run) throws Exception {
        var list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        run.go("adder", () -> list.add(3));
        run.go(
                "iterator",
                () -> {
                    synchronized (list) {
                        for (var number : list) run.check(number > 0, "number " + number);
                    }
                });
    }

    @Explore
    @Expect("race")
    public void plainListInTwoThreads(Run run) throws Exception {
        var list = new ArrayList<Integer>();
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> list.add(1));
    }

    /** Volatile fields that change through an updater. */
    static final class Updated {
        static final AtomicIntegerFieldUpdater<Updated> STATE =
                AtomicIntegerFieldUpdater.newUpdater(Updated.class, "state");
        volatile int state;
        int data;
    }

    @Explore
    @Expect("passed")
    public void fieldUpdaterOrders(Run run) throws Exception {
        var shared = new Updated();
        run.go(
                "writer",
                () -> {
                    shared.data = 1;
                    Updated.STATE.set(shared, 1);
                });
        run.go(
                "reader",
                () -> {
                    if (shared.state == 1) run.checkEquals(1, shared.data, "data");
                });
    }
}
