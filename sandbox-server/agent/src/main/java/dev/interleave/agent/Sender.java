package dev.interleave.agent;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The only thread that writes to the supervisor.
 *
 * <p>Output goes out at once when nothing was sent for a while, and is collected for some
 * milliseconds when it comes in a burst. A message of the agent's takes all output along that came
 * before it.
 *
 * <p>Threading: threads of the agent's send messages, threads of the learner's only wake.
 */
final class Sender extends AgentThread {

    private static final int MOST_MESSAGES = 64;

    private final OutputStream out;
    private final WireWriter writer = new WireWriter();
    private final OutputFrames frames;
    private final long burstNanos;
    private final ArrayDeque<Outgoing> messages = new ArrayDeque<>(MOST_MESSAGES);
    private volatile boolean awake;
    private volatile CountDownLatch flushed;
    private long outputSentAt;
    private Runs runs;
    private CellInput input;
    private Reaper reaper;

    /** A message, and the run that is over with it or null. */
    private record Outgoing(FromSession message, Run over) {}

    Sender(OutputStream out, AgentLimits limits, MemoryReserve reserve) {
        super("sender", reserve);
        this.out = out;
        this.frames = new OutputFrames(writer, out);
        this.burstNanos = limits.burst().toNanos();
        this.outputSentAt = System.nanoTime() - burstNanos;
    }

    /** Begins to send what these have to say. */
    void start(Runs runs, CellInput input, Reaper reaper) {
        this.runs = runs;
        this.input = input;
        this.reaper = reaper;
        start();
    }

    /** Says that there is something to look for. */
    void wake() {
        if (!awake) {
            awake = true;
            LockSupport.unpark(this);
        }
    }

    /** Sends a message after all output so far. Not for threads that run the learner's code. */
    void send(FromSession message) {
        send(new Outgoing(message, null));
    }

    /** Sends the rest of a run's output and then this message. */
    void sendAtEnd(FromSession message, Run run) {
        send(new Outgoing(message, run));
    }

    private void send(Outgoing outgoing) {
        synchronized (messages) {
            messages.add(outgoing);
        }
        awake = true;
        LockSupport.unpark(this);
    }

    /** How many messages have not been sent. */
    int waiting() {
        synchronized (messages) {
            return messages.size();
        }
    }

    /** Waits, but not for long, until all output so far is sent, the ends of long ones included. */
    void flush(long millis) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        flushed = latch;
        awake = true;
        LockSupport.unpark(this);
        latch.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    void work() throws IOException {
        awake = true;
        while (true) {
            if (!awake) {
                waitForWork();
            }
            awake = false;
            Outgoing next = peek();
            CountDownLatch flush = flushed;
            if (next != null || flush != null || !inBurst()) {
                sendOutput();
            }
            sendLimits();
            sendWantedInput();
            if (next != null) {
                send(next.message, next.over);
                remove();
                awake = true;
            }
            if (flush != null) {
                sendRests();
            }
            out.flush();
            if (flush != null) {
                flushed = null;
                flush.countDown();
            }
        }
    }

    private void waitForWork() {
        if (outputWaits()) {
            LockSupport.parkNanos(this, outputSentAt + burstNanos - System.nanoTime());
        } else {
            LockSupport.park(this);
        }
    }

    private boolean inBurst() {
        return System.nanoTime() - outputSentAt < burstNanos;
    }

    private boolean outputWaits() {
        for (Run run : runs.live()) {
            if (run.output().waiting()) {
                return true;
            }
        }
        return false;
    }

    private void sendOutput() throws IOException {
        for (Run run : runs.live()) {
            if (run.output().waiting()) {
                frames.send(run.number(), run.output().take(false), 0);
                outputSentAt = System.nanoTime();
            }
        }
    }

    private void sendRests() throws IOException {
        for (Run run : runs.live()) {
            sendRest(run);
        }
    }

    private void sendRest(Run run) throws IOException {
        run.output().finish();
        frames.send(run.number(), run.output().take(true), 0);
        Rest rest = run.output().takeRest();
        if (rest != null) {
            frames.sendRest(run.number(), rest);
        }
    }

    private void sendLimits() throws IOException {
        for (Run run : runs.live()) {
            while (run.hasUnreportedLimit()) {
                Limit limit = run.unreportedLimit();
                writer.begin(FromSession.OVER_LIMIT).i64(run.number()).u8(limit.ordinal());
                writer.sendTo(out);
                out.flush();
                run.reported(limit);
                reaper.stop(run);
            }
        }
    }

    private void sendWantedInput() throws IOException {
        Run run = input.takeWanting();
        if (run != null) {
            sendOutput();
            writer.begin(FromSession.WANTS_INPUT).i64(run.number()).sendTo(out);
        }
    }

    private void send(FromSession message, Run over) throws IOException {
        if (over != null) {
            sendRest(over);
        }
        message.writeTo(writer);
        writer.sendTo(out);
    }

    private Outgoing peek() {
        synchronized (messages) {
            return messages.peek();
        }
    }

    private void remove() {
        synchronized (messages) {
            messages.remove();
        }
    }
}
