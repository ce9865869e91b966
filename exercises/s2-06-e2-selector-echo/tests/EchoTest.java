import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** One thread only, so there is one schedule. */
public class EchoTest {

    private static final int TURNS = 1_000;

    private final MemorySelector selector = new MemorySelector();

    /** Turns until there is nothing more to do. */
    private void turn(Run run, Echo echo) throws IOException {
        for (int turn = 0; turn < TURNS; turn++) {
            selector.newTurn();
            try {
                echo.turn();
            } catch (ClosedSelectorException e) {
                run.check(selector.waited(), "It threw " + e);
            }
            if (selector.waited()) {
                return;
            }
        }
        run.fail(
                FaultKind.BUSY_WAIT,
                "After %d turns turn() still does not wait, although nothing happens."
                        .formatted(TURNS));
    }

    private static MemoryChannel client(Run run, Echo echo) throws IOException {
        var client = new MemoryChannel(run);
        echo.add(client);
        return client;
    }

    @Explore
    @Tag("task:echo")
    @Tag("points:2")
    @DisplayName("Two clients get back what they sent, each its own")
    public void two_clients(Run run) throws Exception {
        var echo = new Echo(selector, 16);
        var tea = client(run, echo).sends("tea\n");
        var milk = client(run, echo).sends("milk\n");
        turn(run, echo);
        tea.sends("more tea\n");
        turn(run, echo);
        run.checkEquals("tea\nmore tea\n", tea.answers(), "what the first client got");
        run.checkEquals("milk\n", milk.answers(), "what the second client got");
        run.check(tea.isOpen(), "The first client has not ended, and its channel is closed.");
    }

    @Explore
    @Tag("task:echo")
    @Tag("points:2")
    @DisplayName("A client that takes three bytes at a time gets all, in order")
    public void a_few_bytes(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var client = client(run, echo).sends("a cup of tea");
        for (int i = 0; i < 4; i++) {
            client.takes(3);
            turn(run, echo);
        }
        run.checkEquals("a cup of tea", client.answers(), "what the client got");
    }

    @Explore
    @Tag("task:echo")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("However reading and writing are cut up, everything comes back in order")
    public void cut_at_random(Run run) throws Exception {
        var random = new Random(42);
        var echo = new Echo(selector, 7);
        var clients = new MemoryChannel[] {client(run, echo), client(run, echo)};
        var sent = new StringBuilder[] {new StringBuilder(), new StringBuilder()};
        for (int round = 0; round < 100; round++) {
            int who = random.nextInt(2);
            var text = "abcdefghijklmnopqrstuvwxyz".substring(random.nextInt(26));
            sent[who].append(text);
            clients[who].sends(text).takes(random.nextInt(40));
            turn(run, echo);
        }
        for (int who = 0; who < 2; who++) {
            clients[who].takes(Integer.MAX_VALUE);
            turn(run, echo);
            run.checkEquals(sent[who].toString(), clients[who].answers(), "what a client got");
            run.check(clients[who].most() <= 7, "There were more than 7 bytes in memory.");
        }
    }

    @Explore
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("From a client that takes no answers not more than the limit is read")
    public void not_more_than_the_limit(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var client = client(run, echo).sends("a very long sentence").takes(0);
        turn(run, echo);
        run.check(
                client.most() <= 8,
                "With a limit of 8 there were " + client.most() + " bytes in memory.");
        client.takes(Integer.MAX_VALUE);
        turn(run, echo);
        run.checkEquals("a very long sentence", client.answers(), "what the client got later");
        run.check(client.most() <= 8, "Later there were more than 8 bytes in memory.");
    }

    @Explore
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("A client that takes no answers does not stop the others")
    public void a_slow_client_stops_nobody(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        client(run, echo).sends("a very long sentence").takes(0);
        var quick = client(run, echo);
        for (int i = 0; i < 3; i++) {
            quick.sends("tea");
            turn(run, echo);
        }
        run.checkEquals("teateatea", quick.answers(), "what the quick client got");
    }

    @Explore
    @Tag("task:end")
    @DisplayName("After its last byte a client is closed, and its key is gone")
    public void the_end(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var client = client(run, echo).sends("tea").ends();
        turn(run, echo);
        run.checkEquals("tea", client.answers(), "what the client got");
        run.check(!client.isOpen(), "The client has ended, and its channel is open.");
        run.checkEquals(0, selector.keys().size(), "the number of keys");
    }

    @Explore
    @Tag("task:end")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("What waits when a client ends is still written, however long that takes")
    public void what_waits_at_the_end(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var client = client(run, echo).sends("good night").takes(0).ends();
        turn(run, echo);
        run.check(client.isOpen(), "The channel was closed while answers were waiting.");
        for (int i = 0; i < 5; i++) {
            client.takes(2);
            turn(run, echo);
        }
        run.checkEquals("good night", client.answers(), "what the client got");
        run.check(!client.isOpen(), "The client has got everything, and its channel is open.");
    }

    @Explore
    @Tag("task:end")
    @Tag("hidden")
    @DisplayName("A connection that breaks is closed, and the others are served on")
    public void a_connection_breaks(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var broken = client(run, echo);
        var other = client(run, echo);
        turn(run, echo);
        broken.breaks();
        other.sends("tea");
        turn(run, echo);
        run.check(!broken.isOpen(), "The connection is broken, and its channel is open.");
        run.checkEquals("tea", other.answers(), "what the other client got");
    }

    @Explore
    @Tag("task:end")
    @Tag("hidden")
    @DisplayName("A connection that breaks while answers wait is closed, too")
    public void a_connection_breaks_later(Run run) throws Exception {
        var echo = new Echo(selector, 4);
        var broken = client(run, echo).sends("good night").takes(0);
        turn(run, echo);
        broken.breaks();
        var other = client(run, echo).sends("tea");
        turn(run, echo);
        run.check(!broken.isOpen(), "The connection is broken, and its channel is open.");
        run.checkEquals("tea", other.answers(), "what the other client got");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("When there is nothing to do, turn() waits")
    public void waits(Run run) throws Exception {
        var echo = new Echo(selector, 8);
        var client = client(run, echo);
        turn(run, echo);
        client.sends("tea");
        turn(run, echo);
        client.takes(0).sends("tea");
        turn(run, echo);
        run.checkEquals("tea", client.answers(), "what the client got");
    }
}
