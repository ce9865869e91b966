import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class BoundedBufferTest {

    @Test
    @Tag("task:order")
    @DisplayName("What is put first is taken first")
    void keeps_order() throws InterruptedException {
        var buffer = new BoundedBuffer<String>(3);
        buffer.put("a");
        buffer.put("b");
        assertEquals(2, buffer.size());
        assertEquals("a", buffer.take());
        assertEquals("b", buffer.take());
        assertEquals(0, buffer.size());
    }

    @Explore
    @Tag("task:order")
    @Tag("points:2")
    @DisplayName("What two producers put, two consumers take, each item once")
    public void every_item_arrives_once(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var taken = new ConcurrentLinkedQueue<Integer>();
        for (int i = 0; i < 2; i++) {
            int item = i;
            run.go("producer " + i, () -> buffer.put(item));
            run.go("consumer " + i, () -> taken.add(buffer.take()));
        }
        run.joinAll();
        run.check(
                taken.size() == 2 && new TreeSet<>(taken).equals(Set.of(0, 1)),
                "0 and 1 were put, and " + taken + " was taken");
        run.checkEquals(0, buffer.size(), "the size of the empty buffer");
    }

    @Explore
    @Tag("task:order")
    @Tag("hidden")
    @DisplayName("The items of one producer keep their order while a consumer takes them")
    public void order_while_taking(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(2);
        run.go(
                "producer",
                () -> {
                    for (int i = 0; i < 4; i++) {
                        buffer.put(i);
                    }
                });
        var taken = new ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            taken.add(buffer.take());
        }
        run.checkEquals(List.of(0, 1, 2, 3), taken, "what was taken");
    }

    @Explore
    @Tag("task:order")
    @Tag("hidden")
    @DisplayName("The size is right while others put and take")
    public void size_while_changing(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        run.go(
                "producer",
                () -> {
                    buffer.put(1);
                    buffer.put(2);
                });
        run.go(
                "watcher",
                () -> {
                    int size = buffer.size();
                    run.check(size == 0 || size == 1, "of at most 1 item, size() says " + size);
                });
        buffer.take();
        buffer.take();
    }

    @Explore
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("put() waits while the buffer is full")
    public void a_full_buffer_blocks(Run run) throws Exception {
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
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("take() waits while the buffer is empty")
    public void an_empty_buffer_blocks(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var consumer = run.go("consumer", () -> run.checkEquals(7, buffer.take(), "the item"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(consumer), "take() returned although the buffer was empty");
        buffer.put(7);
        run.settle();
        run.check(run.ended(consumer), "take() still waits although there is an item");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Two waiting consumers are both served")
    public void all_are_served(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(2);
        var taken = new ConcurrentLinkedQueue<Integer>();
        for (int i = 0; i < 2; i++) {
            run.go("consumer " + i, () -> taken.add(buffer.take()));
        }
        run.go(
                "producer",
                () -> {
                    buffer.put(1);
                    buffer.put(2);
                });
        run.joinAll();
        run.checkEquals(2, taken.size(), "the number of items taken");
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt ends take()")
    public void an_interrupt_ends_take(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var interrupted = new ConcurrentLinkedQueue<Boolean>();
        var consumer =
                run.go(
                        "consumer",
                        () -> {
                            try {
                                buffer.take();
                            } catch (InterruptedException e) {
                                interrupted.add(true);
                            }
                        });
        run.settle();
        consumer.interrupt();
        run.settle();
        if (!run.ended(consumer)) {
            run.fail(FaultKind.INTERRUPT_IGNORED, "take() goes on waiting when it is interrupted.");
        } else if (interrupted.isEmpty()) {
            run.fail(
                    FaultKind.INTERRUPT_IGNORED,
                    "take() returned and should have thrown InterruptedException.");
        }
        run.go("producer", () -> buffer.put(1));
        run.checkEquals(1, buffer.take(), "the item after the interrupt");
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("hidden")
    @DisplayName("An interrupted put() leaves nothing behind")
    public void an_interrupted_put_leaves_nothing(Run run) throws Exception {
        var buffer = new BoundedBuffer<Integer>(1);
        var failed = new ConcurrentLinkedQueue<Integer>();
        var producers = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            int item = i;
            producers.add(
                    run.go(
                            "producer " + i,
                            () -> {
                                try {
                                    buffer.put(item);
                                } catch (InterruptedException e) {
                                    failed.add(item);
                                }
                            }));
        }
        producers.getFirst().interrupt();
        run.settle();
        for (int taken = 0; failed.size() + taken < 2; taken++) {
            buffer.take();
            run.settle();
        }
        run.joinAll();
        run.go("last producer", () -> buffer.put(9));
        run.checkEquals(9, buffer.take(), "the item after an interrupted put()");
    }
}
