package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.CellEvent.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run told, while it goes on and afterwards. */
final class Ran implements CellListener {

    /** Only a backstop: nothing here is about speed. */
    private static final long PATIENCE_MILLIS = 120_000;

    private final String source;
    private final List<CellEvent> events = new ArrayList<>();

    Ran(String source) {
        this.source = source;
    }

    @Override
    public void on(CellEvent event) {
        synchronized (events) {
            events.add(event);
            events.notifyAll();
        }
    }

    /** How it ended, after waiting for that. */
    Done done() {
        await(events -> events.stream().anyMatch(Done.class::isInstance), "its end");
        List<CellEvent> told = events();
        assertThat(told.getLast()).as(source).isInstanceOf(Done.class);
        assertThat(told.stream().filter(Done.class::isInstance)).as(source).hasSize(1);
        return (Done) told.getLast();
    }

    Ran assertEnded(Status expected) {
        assertThat(done().status()).as("%s: %s", source, events()).isEqualTo(expected);
        return this;
    }

    Ran awaitOutput(String text) {
        await(_ -> output().contains(text), "the output " + text);
        return this;
    }

    Ran awaitStart() {
        await(events -> events.contains(new CellEvent.Started()), "its start");
        return this;
    }

    Ran awaitInput() {
        await(events -> events.contains(new CellEvent.WantsInput()), "that it wants input");
        return this;
    }

    Ran awaitQueued() {
        await(
                events -> events.stream().anyMatch(CellEvent.Queued.class::isInstance),
                "that it is queued");
        return this;
    }

    List<CellEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    <E extends CellEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    String output() {
        return text(false);
    }

    String errorOutput() {
        return text(true);
    }

    private String text(boolean error) {
        Stream<Output> outputs = events(Output.class).stream().filter(o -> o.error() == error);
        return outputs.map(Output::text).collect(Collectors.joining());
    }

    /** The text of the last value. */
    String value() {
        done();
        List<Value> values = events(Value.class);
        assertThat(values).as("%s: %s", source, events()).isNotEmpty();
        return values.getLast().text();
    }

    private void await(Predicate<List<CellEvent>> condition, String what) {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        synchronized (events) {
            while (!condition.test(events)) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(source + " has not told " + what + ": " + events);
                }
                try {
                    events.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
