import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

public class OneshotScenarios {

    static final class Parcel {
        int weight;

        Parcel(int weight) {
            this.weight = weight;
        }
    }

    @Explore
    public void oneValueIsHandedOver(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var received = new ConcurrentLinkedQueue<String>();
        run.go("receiver", () -> received.add(channel.receive()));
        run.go("sender", () -> run.check(channel.send("a"), "the first send returned false"));
        run.joinAll();
        run.checkEquals(List.of("a"), List.copyOf(received), "received");
    }

    @Explore
    public void onlyOneSenderWins(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var winners = new ConcurrentLinkedQueue<String>();
        for (var value : List.of("a", "b")) {
            run.go("sender " + value, () -> {
                if (channel.send(value)) winners.add(value);
            });
        }
        var received = channel.receive();
        run.joinAll();
        run.check(winners.size() == 1, "the senders that were told that they won: " + winners);
        run.check(winners.contains(received), winners + " won, but " + received + " was received");
        run.checkEquals(received, channel.receive(), "what a second receive returns");
    }

    @Explore
    public void sendAndCloseExcludeEachOther(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var won = new AtomicInteger();
        run.go("sender", () -> {
            if (channel.send("a")) won.addAndGet(1);
        });
        run.go("closer", () -> {
            if (channel.close()) won.addAndGet(10);
        });
        run.joinAll();
        run.check(won.get() == 1 || won.get() == 10, "send and close both succeeded, or neither");
        var closed = false;
        try {
            run.checkEquals("a", channel.receive(), "received");
        } catch (IllegalStateException e) {
            closed = true;
        }
        run.check(closed == (won.get() == 10), "receive does not agree with what send and close returned");
    }

    @Explore
    public void everyReceiverIsServed(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var received = new ConcurrentLinkedQueue<String>();
        for (var i = 0; i < 2; i++) run.go("receiver " + i, () -> received.add(channel.receive()));
        run.go("sender", () -> channel.send("a"));
        run.joinAll();
        run.check(received.size() == 2 && new HashSet<>(received).equals(Set.of("a")), "received " + received);
    }

    @Explore
    public void closingWakesEveryReceiver(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var told = new AtomicInteger();
        for (var i = 0; i < 2; i++) {
            run.go("receiver " + i, () -> {
                try {
                    channel.receive();
                } catch (IllegalStateException e) {
                    told.incrementAndGet();
                }
            });
        }
        run.go("closer", channel::close);
        run.joinAll();
        run.checkEquals(2, told.get(), "receivers that were told of the close");
    }

    @Explore
    public void anInterruptEndsReceive(Run run) throws Exception {
        var channel = new Oneshot<String>();
        var outcome = new ConcurrentLinkedQueue<String>();
        var receiver = run.go("receiver", () -> {
            try {
                outcome.add("received " + channel.receive());
            } catch (InterruptedException e) {
                outcome.add("interrupted");
            }
        });
        run.settle();
        receiver.interrupt();
        run.settle();
        if (!run.ended(receiver)) run.fail(FaultKind.INTERRUPT_IGNORED, "receive() still waits after an interrupt.");
        if (!outcome.contains("interrupted")) {
            run.fail(FaultKind.INTERRUPT_IGNORED, "receive() should throw InterruptedException, but it " + outcome);
        }
        run.check(channel.send("x"), "send failed after an interrupted receive");
    }

    @Explore
    public void anInterruptBeforeSendIsKept(Run run) throws Exception {
        var channel = new Oneshot<String>();
        run.go("sender", () -> {
            Thread.currentThread().interrupt();
            channel.send("a");
            if (!Thread.interrupted()) run.fail(FaultKind.INTERRUPT_IGNORED, "send() lost the interrupt status.");
        });
        run.checkEquals("a", channel.receive(), "received");
    }

    @Explore
    public void aWaitingReceiverCostsNothing(Run run) throws Exception {
        var channel = new Oneshot<String>();
        run.go("receiver", () -> run.checkEquals("a", channel.receive(), "received"));
        run.sleep(Duration.ofSeconds(10));
        channel.send("a");
    }

    @Explore
    public void whatWasWrittenBeforeSendIsSeen(Run run) throws Exception {
        var channel = new Oneshot<Parcel>();
        run.go("sender", () -> channel.send(new Parcel(3)));
        run.checkEquals(3, channel.receive().weight, "the parcel's weight");
    }
}
