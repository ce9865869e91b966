import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class OneshotTest {

    @Test
    @Tag("task:value")
    @DisplayName("What was sent is received")
    void hands_over() throws InterruptedException {
        var channel = new Oneshot<String>();
        assertTrue(channel.send("a"));
        assertEquals("a", channel.receive());
    }

    @Explore
    @Tag("task:value")
    @Tag("points:2")
    @DisplayName("receive() waits, without using the processor, until somebody sends")
    public void waits_for_the_value(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var receiver =
                run.go("receiver", () -> run.checkEquals("a", channel.receive(), "the value"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(receiver), "receive() returned before anything was sent");
        run.go("sender", () -> run.check(channel.send("a"), "the only send() returned false"));
    }

    @Test
    @Tag("task:once")
    @DisplayName("The second send() returns false, and the first value stays")
    void only_once() throws InterruptedException {
        var channel = new Oneshot<String>();
        assertTrue(channel.send("a"));
        assertFalse(channel.send("b"));
        assertEquals("a", channel.receive());
    }

    @Explore
    @Tag("task:once")
    @Tag("points:2")
    @DisplayName("Of two threads that send at once, one succeeds, and its value is received")
    public void one_of_two_senders_wins(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var winners = new ConcurrentLinkedQueue<String>();
        for (var value : new String[] {"a", "b"}) {
            run.go(
                    "sender of " + value,
                    () -> {
                        if (channel.send(value)) {
                            winners.add(value);
                        }
                    });
        }
        var received = channel.receive();
        run.joinAll();
        run.check(winners.size() == 1, winners + " were all told that they succeeded");
        run.checkEquals(winners.peek(), received, "the value that was received");
    }

    @Test
    @Tag("task:gone")
    @DisplayName("After close() nothing is sent or received")
    void closed() {
        var channel = new Oneshot<String>();
        channel.close();
        assertFalse(channel.send("a"));
        assertThrows(IllegalStateException.class, channel::receive);
    }

    @Test
    @Tag("task:gone")
    @Tag("hidden")
    @DisplayName("A value that was sent before close() is still received")
    void sent_before_closing() throws InterruptedException {
        var channel = new Oneshot<String>();
        assertTrue(channel.send("a"));
        channel.close();
        assertEquals("a", channel.receive());
    }

    @Explore
    @Tag("task:gone")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("close() wakes everybody who waits")
    public void closing_wakes_all(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var refused = new ConcurrentLinkedQueue<Integer>();
        for (int i = 0; i < 2; i++) {
            int number = i;
            run.go(
                    "receiver " + i,
                    () -> {
                        try {
                            channel.receive();
                        } catch (IllegalStateException e) {
                            refused.add(number);
                        }
                    });
        }
        run.go("closer", channel::close);
        run.joinAll();
        run.checkEquals(2, refused.size(), "the number of receivers that were told");
    }

    @Explore
    @Tag("task:gone")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("When one sends and another closes, both sides agree on what happened")
    public void sending_against_closing(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var sent = new ConcurrentLinkedQueue<Boolean>();
        run.go("sender", () -> sent.add(channel.send("a")));
        run.go("closer", channel::close);
        boolean received;
        try {
            run.checkEquals("a", channel.receive(), "the value");
            received = true;
        } catch (IllegalStateException e) {
            received = false;
        }
        run.joinAll();
        run.checkEquals(sent.peek(), received, "whether the value was received, as send() said");
    }
}
