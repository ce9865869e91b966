package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.WireReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is given back when memory is short, and who is named when there is none. */
class MemoryWatchTest {

    private static final int MEGABYTE = 1 << 20;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Outbox out = new Outbox(sent);
    private final Steps steps = new Steps(Steps.LIMIT);
    private final List<FrontEnd> frontEnds = new ArrayList<>();
    private final MemoryWatch watch =
            new MemoryWatch(out, steps, frontEnds, new HeapBudget(100 * MEGABYTE));

    @Test
    void who_has_been_idle_for_longest_gives_back_first_and_still_works() throws IOException {
        PlatformTypes platform = PlatformTypes.read();
        Lanes lanes = new Lanes(WarmUp.OPTIONS, platform);
        var shared = new FrontEnd.Shared(out, platform, lanes, steps, watch::outOfMemory);
        // Everything is done at once, on this thread.
        Turns turns = new Turns(1);
        for (int i = 0; i < 3; i++) {
            SerialQueue queue = new SerialQueue(Runnable::run, turns);
            FrontEnd frontEnd = new FrontEnd(i, WarmUp.OPTIONS, shared, queue);
            frontEnds.add(frontEnd);
            frontEnd.open();
            frontEnd.evaluate(new ToCompiler.Evaluate(i, 1, "class A {}"));
        }
        frontEnds.getFirst().evaluate(new ToCompiler.Evaluate(0, 2, "class B extends A {}"));

        watch.collected(60 * MEGABYTE);
        assertThat(frontEnds).allMatch(FrontEnd::hot);
        watch.collected(75 * MEGABYTE);
        assertThat(frontEnds).extracting(FrontEnd::hot).containsExactly(true, false, true);
        watch.collected(75 * MEGABYTE);
        assertThat(frontEnds).extracting(FrontEnd::hot).containsExactly(true, false, false);

        sent.reset();
        frontEnds.get(1).evaluate(new ToCompiler.Evaluate(1, 2, "class B extends A {}"));
        assertThat(sent()).contains(ok(1, 2)).noneMatch(FromCompiler.Overrun.class::isInstance);
        assertThat(frontEnds.get(1).hot()).isTrue();
    }

    @Test
    void what_javac_and_jshell_make_of_it_is_still_memory_that_is_out() {
        Throwable met = new IllegalStateException(new OutOfMemoryError());
        assertThat(MemoryWatch.isBehind(new InternalError("during analyze", met))).isTrue();
        assertThat(MemoryWatch.isBehind(new InternalError("during analyze"))).isFalse();
    }

    @Test
    void the_step_that_ate_most_is_named_once_whoever_notices() throws Exception {
        steps.begin(7, 3);
        List<byte[]> eaten = eat(30);
        Thread neighbour =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    steps.begin(8, 1);
                                    watch.outOfMemory();
                                    steps.end();
                                });
        neighbour.join();
        watch.outOfMemory();
        steps.end();
        assertThat(eaten).hasSize(30);
        assertThat(sent()).containsExactly(overrun(7, 3));
    }

    @Test
    void a_hungry_step_is_named_when_the_heap_is_full_and_a_modest_one_is_not() throws IOException {
        steps.begin(7, 3);
        watch.collected(95 * MEGABYTE);
        assertThat(sent()).isEmpty();
        List<byte[]> eaten = eat(30);
        watch.collected(85 * MEGABYTE);
        assertThat(sent()).isEmpty();
        watch.collected(95 * MEGABYTE);
        assertThat(sent()).containsExactly(overrun(7, 3));
        assertThat(eaten).hasSize(30);
        steps.end();
    }

    private static List<byte[]> eat(int megabytes) {
        List<byte[]> eaten = new ArrayList<>();
        for (int i = 0; i < megabytes; i++) {
            eaten.add(new byte[MEGABYTE]);
        }
        return eaten;
    }

    private static FromCompiler overrun(int session, long run) {
        return new FromCompiler.Overrun(session, run, FromCompiler.Resource.MEMORY);
    }

    private static FromCompiler ok(int session, long run) {
        return new FromCompiler.Evaluated(session, run, FromCompiler.Outcome.OK, null);
    }

    private List<FromCompiler> sent() throws IOException {
        List<FromCompiler> messages = new ArrayList<>();
        WireReader reader = new WireReader(new ByteArrayInputStream(sent.toByteArray()));
        for (int tag = reader.next(); tag >= 0; tag = reader.next()) {
            messages.add(FromCompiler.read(tag, reader));
        }
        return messages;
    }
}
