import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

public class BoundedBufferScenarios {

    @Explore
    public void everyItemArrivesOnce(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var taken = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < 2; i++) {
            var item = i;
            run.go("producer " + i, () -> buffer.put(item));
            run.go("consumer " + i, () -> taken.add(buffer.take()));
        }
        run.joinAll();
        run.check(taken.size() == 2 && new HashSet<>(taken).equals(Set.of(0, 1)), "put 0 and 1, took " + taken);
        run.checkEquals(0, buffer.size(), "size at the end");
    }

    @Explore
    public void itemsOfOneProducerKeepTheirOrder(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(2);
        run.go("producer", () -> {
            for (var i = 0; i < 4; i++) buffer.put(i);
        });
        var taken = new ArrayList<Integer>();
        for (var i = 0; i < 4; i++) taken.add(buffer.take());
        run.checkEquals(List.of(0, 1, 2, 3), taken, "the items taken");
    }

    @Explore
    public void sizeStaysInBounds(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        run.go("producer", () -> {
            buffer.put(1);
            buffer.put(2);
        });
        run.go("watcher", () -> {
            var size = buffer.size();
            run.check(size >= 0 && size <= 1, "capacity is 1, size is " + size);
        });
        buffer.take();
        buffer.take();
        run.joinAll();
        run.checkEquals(0, buffer.size(), "size at the end");
    }

    @Explore
    public void aFullBufferBlocksTheProducer(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(2);
        buffer.put(1);
        buffer.put(2);
        var producer = run.go("producer", () -> buffer.put(3));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(producer), "put() returned although the buffer was full");
        run.checkEquals(1, buffer.take(), "the first item");
        run.settle();
        run.check(run.ended(producer), "put() still waits although there is room");
    }

    @Explore
    public void anEmptyBufferBlocksTheConsumer(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var consumer = run.go("consumer", () -> run.checkEquals(7, buffer.take(), "the item"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(consumer), "take() returned although the buffer was empty");
        buffer.put(7);
        run.settle();
        run.check(run.ended(consumer), "take() still waits although there is an item");
    }

    @Explore
    public void manyConsumersAreAllServed(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(2);
        var taken = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < 2; i++) run.go("consumer " + i, () -> taken.add(buffer.take()));
        run.go("producer", () -> {
            buffer.put(1);
            buffer.put(2);
        });
        run.joinAll();
        run.checkEquals(2, taken.size(), "items taken");
    }

    @Explore
    public void anInterruptEndsTake(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var interrupted = new ConcurrentLinkedQueue<String>();
        var consumer = run.go("consumer", () -> {
            try {
                buffer.take();
            } catch (InterruptedException e) {
                interrupted.add("yes");
            }
        });
        run.settle();
        consumer.interrupt();
        run.settle();
        if (!run.ended(consumer)) run.fail(FaultKind.INTERRUPT_IGNORED, "take() still waits after an interrupt.");
        if (interrupted.isEmpty()) run.fail(FaultKind.INTERRUPT_IGNORED, "take() returned instead of throwing InterruptedException.");
        run.go("producer", () -> buffer.put(1));
        run.checkEquals(1, buffer.take(), "the item after an interrupted take()");
    }

    @Explore
    public void anInterruptedPutLeavesNothingBehind(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var put = new ConcurrentLinkedQueue<Integer>();
        var producer = run.go("producer", () -> {
            try {
                buffer.put(0);
                put.add(0);
            } catch (InterruptedException e) {
                // The buffer must be as it was.
            }
        });
        run.go("interrupter", producer::interrupt);
        run.joinAll();
        if (!put.isEmpty()) run.checkEquals(0, buffer.take(), "the item that was put");
        run.go("next producer", () -> buffer.put(9));
        run.checkEquals(9, buffer.take(), "the item after an interrupted put()");
    }

    @Explore
    public void pollGivesUpInTime(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var start = run.elapsed();
        run.checkEquals(null, buffer.poll(100, TimeUnit.MILLISECONDS), "poll() of an empty buffer");
        var waited = run.elapsed().minus(start).toMillis();
        run.check(waited >= 100 && waited < 110, "poll(100 ms) waited " + waited + " ms");
    }

    @Explore
    public void pollKeepsItsDeadline(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var start = run.elapsed();
        var poller = run.go("poller", () -> {
            buffer.poll(100, TimeUnit.MILLISECONDS);
            var waited = run.elapsed().minus(start).toMillis();
            run.check(waited < 130, "poll(100 ms) waited " + waited + " ms while others were served");
        });
        for (var i = 0; i < 4 && !run.ended(poller); i++) {
            run.sleep(Duration.ofMillis(40));
            if (run.ended(poller)) break;
            var consumer = run.go("consumer " + i, () -> buffer.take());
            run.settle();
            buffer.put(i);
            run.settle();
            if (!run.ended(consumer)) buffer.put(i);
        }
    }

    @Explore
    public void offerAndPollMeet(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var taken = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < 2; i++) {
            run.go("poller " + i, () -> {
                var item = buffer.poll(1, TimeUnit.SECONDS);
                if (item != null) taken.add(item);
            });
        }
        var offered = buffer.offer(5);
        run.joinAll();
        run.check(offered, "offer() to an empty buffer returned false");
        run.check(List.copyOf(taken).equals(List.of(5)), "offered 5, polled " + taken);
    }

    @Explore
    public void twoOffersNeverOverfill(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var accepted = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < 2; i++) {
            var item = i;
            run.go("offerer " + i, () -> {
                if (buffer.offer(item)) accepted.add(item);
            });
        }
        run.joinAll();
        run.checkEquals(1, accepted.size(), "offers accepted by a buffer of 1");
        run.checkEquals(1, buffer.size(), "size");
    }

    @Explore
    public void aRefusedNullLeavesTheBufferUsable(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        try {
            buffer.put(null);
            run.check(false, "put(null) must throw NullPointerException");
        } catch (NullPointerException expected) {
        }
        run.go("producer", () -> buffer.put(1));
        run.checkEquals(1, buffer.take(), "the item after put(null)");
    }
}
