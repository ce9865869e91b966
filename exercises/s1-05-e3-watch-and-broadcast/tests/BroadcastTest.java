import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class BroadcastTest {

    @Test
    @Tag("task:broadcast")
    @DisplayName("Three subscribers receive both items, one after the other")
    void three_subscribers() throws InterruptedException {
        var broadcast = new Broadcast<String>(2);
        var subscribers = new ArrayList<Broadcast.Subscriber<String>>();
        for (int i = 0; i < 3; i++) {
            subscribers.add(broadcast.subscribe());
        }
        broadcast.send("a");
        broadcast.send("b");
        for (var subscriber : subscribers) {
            assertEquals(item("a"), subscriber.receive());
            assertEquals(item("b"), subscriber.receive());
        }
    }

    private static <T> Broadcast.Message<T> item(T item) {
        return new Broadcast.Message.Item<>(item);
    }

    private static Broadcast.Message<String> lagged(long lost) {
        return new Broadcast.Message.Lagged<>(lost);
    }

    @Test
    @Tag("task:broadcast")
    @Tag("hidden")
    @DisplayName("Who subscribes later gets what is sent later")
    void late_subscriber() throws InterruptedException {
        var broadcast = new Broadcast<String>(2);
        var early = broadcast.subscribe();
        broadcast.send("a");
        var late = broadcast.subscribe();
        broadcast.send("b");
        assertEquals(item("b"), late.receive());
        assertEquals(item("a"), early.receive());
    }

    @Explore
    @Tag("task:broadcast")
    @Tag("points:2")
    @DisplayName("An item wakes every subscriber that waits")
    public void wakes_everybody(Run run) throws Exception {
        var broadcast = new Broadcast<Integer>(1);
        for (int i = 0; i < 2; i++) {
            var subscriber = broadcast.subscribe();
            run.go(
                    "subscriber " + i,
                    () -> run.checkEquals(item(1), subscriber.receive(), "what was received"));
        }
        run.go("sender", () -> broadcast.send(1));
    }

    @Explore
    @Tag("task:broadcast")
    @Tag("hidden")
    @DisplayName("What two threads send comes in the same order to all")
    public void one_order_for_all(Run run) throws Exception {
        var broadcast = new Broadcast<Integer>(2);
        var first = broadcast.subscribe();
        var second = broadcast.subscribe();
        run.go("sender 1", () -> broadcast.send(1));
        run.go("sender 2", () -> broadcast.send(2));
        run.joinAll();
        for (int i = 0; i < 2; i++) {
            run.checkEquals(first.receive(), second.receive(), "what the second one received");
        }
    }

    @Test
    @Tag("task:lag")
    @Tag("points:2")
    @DisplayName("A slow subscriber hears how many were lost, then gets those that are left")
    void lagged() throws InterruptedException {
        var broadcast = new Broadcast<String>(2);
        var slow = broadcast.subscribe();
        for (var item : new String[] {"a", "b", "c", "d", "e"}) {
            broadcast.send(item);
        }
        assertEquals(lagged(3), slow.receive());
        assertEquals(item("d"), slow.receive());
        broadcast.send("f");
        assertEquals(item("e"), slow.receive());
        assertEquals(item("f"), slow.receive());
    }

    @Test
    @Tag("task:lag")
    @Tag("hidden")
    @DisplayName("What one has lost is not lost to another, and each loss is told once")
    void each_its_own_loss() throws InterruptedException {
        var broadcast = new Broadcast<String>(1);
        var quick = broadcast.subscribe();
        var slow = broadcast.subscribe();
        broadcast.send("a");
        assertEquals(item("a"), quick.receive());
        broadcast.send("b");
        assertEquals(item("b"), quick.receive());
        assertEquals(lagged(1), slow.receive());
        broadcast.send("c");
        assertEquals(lagged(1), slow.receive());
        assertEquals(item("c"), slow.receive());
        assertEquals(item("c"), quick.receive());
    }

    @Explore
    @Tag("task:lag")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("While one sends and one receives, what came and what was lost is all there was")
    public void nothing_is_uncounted(Run run) throws Exception {
        var broadcast = new Broadcast<Integer>(1);
        var subscriber = broadcast.subscribe();
        run.go(
                "sender",
                () -> {
                    for (int i = 1; i <= 3; i++) {
                        broadcast.send(i);
                    }
                });
        long next = 1;
        while (next <= 3) {
            switch (subscriber.receive()) {
                case Broadcast.Message.Item<Integer>(int item) -> {
                    run.checkEquals((int) next, item, "the item");
                    next++;
                }
                case Broadcast.Message.Lagged<Integer>(long lost) -> {
                    run.check(lost > 0, "Lagged tells of " + lost + " items");
                    next += lost;
                }
            }
        }
        run.checkEquals(4L, next, "the number of the item that would be next");
    }

    /** The items together are four times as large as the memory. */
    @Test
    @Tag("task:lag")
    @Tag("hidden")
    @DisplayName("Who never receives does not fill the memory, nor does it stop the sender")
    void a_subscriber_that_never_receives() throws InterruptedException {
        var broadcast = new Broadcast<byte[]>(2);
        var never = broadcast.subscribe();
        for (int i = 0; i < 64; i++) {
            broadcast.send(new byte[4 << 20]);
        }
        assertEquals(new Broadcast.Message.Lagged<byte[]>(62), never.receive());
    }

    /** A million of them need more than the memory, if they are kept. */
    @Test
    @Tag("task:lag")
    @Tag("hidden")
    @DisplayName("Subscribers that were closed cost no memory")
    void closed_subscribers() throws InterruptedException {
        var broadcast = new Broadcast<String>(1);
        for (int i = 0; i < 1_000_000; i++) {
            broadcast.subscribe().close();
        }
        var last = broadcast.subscribe();
        broadcast.send("a");
        assertEquals(item("a"), last.receive());
    }

    @Explore
    @Tag("task:waiting")
    @DisplayName("A subscriber that waits uses no processor time")
    public void a_subscriber_waits(Run run) throws Exception {
        var broadcast = new Broadcast<String>(1);
        var subscriber = broadcast.subscribe();
        run.go(
                "subscriber",
                () -> run.checkEquals(item("a"), subscriber.receive(), "what was received"));
        run.sleep(Duration.ofSeconds(10));
        broadcast.send("a");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("hidden")
    @DisplayName("An interrupt ends receive(), and what is sent later is not lost")
    public void an_interrupt_ends_receive(Run run) throws Exception {
        var broadcast = new Broadcast<String>(1);
        var subscriber = broadcast.subscribe();
        new InterruptWitness(run, "subscriber", subscriber::receive).interruptToThrow();
        run.joinAll();
        broadcast.send("a");
        run.checkEquals(item("a"), subscriber.receive(), "what was received");
    }
}
