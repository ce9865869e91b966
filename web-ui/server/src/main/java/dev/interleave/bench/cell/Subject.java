package dev.interleave.bench.cell;

import dev.interleave.bench.WrongResult;
import dev.interleave.bench.peer.Peer;
import dev.interleave.sandbox.Sandbox;
import java.io.IOException;

/**
 * Something that evaluates sources, one session after the other.
 *
 * <p>Threading: one thread at a time.
 */
abstract class Subject implements AutoCloseable {

    private int evaluated;

    /** Begins with a new session. */
    final void begin() throws IOException, InterruptedException, WrongResult {
        evaluated = 0;
        open();
    }

    /** Evaluates a source, and returns how many milliseconds it took. */
    final double evaluate(String source) throws IOException, InterruptedException, WrongResult {
        evaluated++;
        return take(source);
    }

    /** Evaluates mixed cells until there were so many evaluations in this session. */
    final void bringTo(int evaluations) throws IOException, InterruptedException, WrongResult {
        while (evaluated < evaluations) {
            evaluate(Mix.cell(evaluated));
        }
    }

    abstract void open() throws IOException, InterruptedException, WrongResult;

    abstract double take(String source) throws IOException, InterruptedException, WrongResult;

    @Override
    public abstract void close();

    /** The product. */
    static final class Own extends Subject {

        private final Sandbox sandbox;
        private Learner learner;

        Own(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        void open() throws InterruptedException, WrongResult {
            close();
            learner = new Learner(sandbox);
            learner.expect("2", "1 + 1");
        }

        @Override
        double take(String source) throws InterruptedException, WrongResult {
            return learner.runWell(source).millis();
        }

        @Override
        public void close() {
            if (learner != null) {
                learner.close();
            }
        }
    }

    /** What it is compared with. */
    static final class Other extends Subject {

        private final Peer peer;

        Other(Peer peer) {
            this.peer = peer;
        }

        @Override
        void open() throws IOException, WrongResult {
            peer.open();
            peer.evaluate("1 + 1");
        }

        @Override
        double take(String source) throws IOException, WrongResult {
            return peer.evaluate(source);
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
