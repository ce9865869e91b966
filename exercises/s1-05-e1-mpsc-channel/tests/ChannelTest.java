import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Linearizability;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class ChannelTest {

    private static final Set<Thread.State> WAITS =
            EnumSet.of(
                    Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    @Test
    @Tag("task:order")
    @DisplayName("What is sent first is received first")
    void keeps_order() throws InterruptedException {
        var channel = new Channel<String>(2);
        channel.send("a");
        channel.send("b");
        assertEquals(Optional.of("a"), channel.receive());
        assertEquals(Optional.of("b"), channel.receive());
    }

    @Explore
    @Tag("task:order")
    @Tag("points:2")
    @DisplayName("What two senders send is received once, each sender's items in their order")
    public void every_item_once(Run run) throws Exception {
        var channel = new Channel<String>(1);
        for (var sender : List.of("a", "b")) {
            run.go(
                    "sender " + sender,
                    () -> {
                        channel.send(sender + 1);
                        channel.send(sender + 2);
                    });
        }
        var received = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            received.add(channel.receive().orElse("nothing"));
        }
        run.checkEquals(List.of("a1", "a2"), of(received, "a"), "what came from sender a");
        run.checkEquals(List.of("b1", "b2"), of(received, "b"), "what came from sender b");
    }

    private static List<String> of(List<String> received, String sender) {
        return received.stream().filter(item -> item.startsWith(sender)).toList();
    }

    @Explore
    @Tag("task:order")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("There are never more items inside than the capacity")
    public void never_more_than_its_capacity(Run run) throws Exception {
        var channel = new Channel<Integer>(1);
        var history = new Linearizability<>(run, () -> new ArrayDeque<Integer>());
        for (int i = 0; i < 2; i++) {
            int item = i;
            run.go("sender " + i, () -> send(history, channel, item));
        }
        for (int i = 0; i < 2; i++) {
            history.call(
                    "receive()",
                    () -> channel.receive().orElse(-1),
                    model -> Optional.ofNullable(model.poll()));
        }
        run.joinAll();
        history.check();
    }

    private static void send(
            Linearizability<ArrayDeque<Integer>> history, Channel<Integer> channel, int item)
            throws Exception {
        history.call(
                "send(" + item + ")",
                () -> {
                    channel.send(item);
                    return "sent";
                },
                model -> {
                    if (model.size() == 1) {
                        return Optional.empty();
                    }
                    model.add(item);
                    return Optional.of("sent");
                });
    }

    /** The items together are four times as large as the memory. */
    @Test
    @Tag("task:order")
    @Tag("hidden")
    @DisplayName("A sender that is faster than the receiver is held back before the memory is full")
    void a_fast_sender_is_held_back() throws InterruptedException {
        var channel = new Channel<byte[]>(2);
        var sender =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < 64; i++) {
                                            channel.send(new byte[4 << 20]);
                                        }
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        while (!WAITS.contains(sender.getState())) {
            Thread.yield();
        }
        for (int i = 0; i < 64; i++) {
            assertEquals(4 << 20, channel.receive().orElseThrow().length);
        }
        sender.join();
    }

    @Test
    @Tag("task:closing")
    @DisplayName("What was sent before close() can be received, and then there is nothing more")
    void what_is_inside_can_be_received() throws InterruptedException {
        var channel = new Channel<String>(2);
        channel.send("a");
        channel.send("b");
        channel.close();
        channel.close();
        assertThrows(IllegalStateException.class, () -> channel.send("c"));
        assertEquals(Optional.of("a"), channel.receive());
        assertEquals(Optional.of("b"), channel.receive());
        assertEquals(Optional.empty(), channel.receive());
        assertEquals(Optional.empty(), channel.receive());
    }

    @Explore
    @Tag("task:closing")
    @Tag("points:2")
    @DisplayName("close() wakes the receiver that waits")
    public void closing_wakes_the_receiver(Run run) throws Exception {
        var channel = new Channel<String>(1);
        run.go(
                "receiver",
                () -> run.checkEquals(Optional.empty(), channel.receive(), "what was received"));
        run.go("closer", channel::close);
    }

    @Explore
    @Tag("task:closing")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("close() wakes all senders that wait, and their items do not get in")
    public void closing_wakes_the_senders(Run run) throws Exception {
        var channel = new Channel<Integer>(1);
        channel.send(0);
        var refused = new ConcurrentLinkedQueue<Integer>();
        for (int i = 1; i <= 2; i++) {
            int item = i;
            run.go(
                    "sender " + i,
                    () -> {
                        try {
                            channel.send(item);
                        } catch (IllegalStateException e) {
                            refused.add(item);
                        }
                    });
        }
        run.go("closer", channel::close);
        run.joinAll();
        run.checkEquals(2, refused.size(), "the number of senders that were refused");
        run.checkEquals(Optional.of(0), channel.receive(), "what was sent before close()");
        run.checkEquals(Optional.empty(), channel.receive(), "what is received after that");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("receive() waits for an item, without using the processor")
    public void an_empty_channel_blocks(Run run) throws Exception {
        var channel = new Channel<Integer>(1);
        var receiver =
                run.go(
                        "receiver",
                        () -> run.checkEquals(Optional.of(7), channel.receive(), "the item"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(receiver), "receive() returned although the channel was empty");
        channel.send(7);
    }

    @Explore
    @Tag("task:waiting")
    @DisplayName("send() waits for room, without using the processor")
    public void a_full_channel_blocks(Run run) throws Exception {
        var channel = new Channel<Integer>(1);
        channel.send(1);
        var sender = run.go("sender", () -> channel.send(2));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(sender), "send() returned although the channel was full");
        run.checkEquals(Optional.of(1), channel.receive(), "the first item");
        run.checkEquals(Optional.of(2), channel.receive(), "the second item");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("An interrupt ends the wait of a sender, whose item does not get in")
    public void an_interrupt_ends_the_wait(Run run) throws Exception {
        var channel = new Channel<Integer>(1);
        channel.send(1);
        new InterruptWitness(run, "sender", () -> channel.send(2)).interruptToThrow();
        run.checkEquals(Optional.of(1), channel.receive(), "the first item");
        channel.close();
        run.checkEquals(Optional.empty(), channel.receive(), "what is received after that");
    }
}
