package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.TraceEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the hooks tell, in a JVM of its own without a jail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracerTest {

    private final TestAgent agent = new TestAgent();

    @AfterAll
    void close() {
        agent.close();
    }

    private List<TraceEvent> trace(String body, String members) {
        long run = agent.beginTraced(body, members);
        agent.reply(run);
        agent.endRun(run);
        return events(run);
    }

    private List<TraceEvent> events(long run) {
        return agent.all(FromSession.Traced.class).stream()
                .filter(message -> message.run() == run)
                .flatMap(message -> message.events().stream())
                .toList();
    }

    private static List<Kind> of(List<TraceEvent> events, String thread) {
        long id =
                events.stream()
                        .filter(e -> e.kind() == Kind.THREAD && thread.equals(e.text()))
                        .findFirst()
                        .orElseThrow()
                        .thread();
        return events.stream()
                .filter(e -> e.thread() == id && e.kind() != Kind.THREAD && e.kind() != Kind.READY)
                .map(TraceEvent::kind)
                .toList();
    }

    @Test
    void a_virtual_thread_tells_where_it_runs_and_waits() {
        var events =
                trace(
                        """
                        Thread a = Thread.ofVirtual().name("a").start(() -> {
                            try { Thread.sleep(5); } catch (InterruptedException e) { }
                        });
                        a.join();
                        """,
                        "");
        assertThat(of(events, "a"))
                .containsExactly(
                        Kind.START,
                        Kind.MOUNT,
                        Kind.SLEEP,
                        Kind.UNMOUNT,
                        Kind.MOUNT,
                        Kind.SLEEP_END,
                        Kind.END);
        assertThat(of(events, "main")).contains(Kind.ENTER, Kind.JOIN, Kind.JOIN_END, Kind.LEAVE);
        assertThat(events.getLast().kind()).isEqualTo(Kind.LAST);
    }

    @Test
    void what_is_printed_is_told_with_its_thread_and_stream() {
        var events =
                trace(
                        """
                        System.out.println("from main");
                        Thread a = new Thread(() -> System.err.println("from a"), "a");
                        a.start();
                        a.join();
                        System.out.println();
                        System.out.print("é".repeat(200));
                        """,
                        "");
        assertThat(of(events, "a")).containsExactly(Kind.START, Kind.PRINT, Kind.END);
        assertThat(events.stream().filter(e -> e.kind() == Kind.PRINT))
                .extracting(TraceEvent::text, TraceEvent::other)
                .containsExactly(
                        tuple("from main", 0L),
                        tuple("from a", 1L),
                        tuple("é".repeat(60) + "…", 0L));
    }

    @Test
    void only_monitors_that_are_taken_are_told() {
        var events =
                trace(
                        """
                        for (int i = 0; i < 1_000; i++) tick();
                        Thread a = new Thread(() -> tick(), "a");
                        synchronized (%s.class) {
                            a.start();
                            while (a.getState() != Thread.State.BLOCKED) Thread.yield();
                            tick();
                        }
                        a.join();
                        """
                                .formatted(agent.nextCell()),
                        "static synchronized int tick() { return 1; }");
        assertThat(of(events, "a"))
                .containsExactly(Kind.START, Kind.MONITOR, Kind.MONITOR_END, Kind.END);
        assertThat(of(events, "main")).doesNotContain(Kind.MONITOR);
    }

    @Test
    void a_run_that_is_not_traced_tells_nothing_although_the_hooks_are_there() {
        trace("", "");
        agent.run("Thread.ofVirtual().start(() -> {}).join();");
        long last = agent.all(FromSession.RunEnded.class).getLast().run();
        assertThat(events(last)).isEmpty();
    }

    @Test
    void an_exception_leaves_a_synchronized_method_and_its_monitor() {
        var reply =
                trace(
                        """
                        try { fail(); } catch (IllegalStateException e) { }
                        Thread a = new Thread(() -> { try { fail(); } catch (IllegalStateException e) { } }, "a");
                        a.start();
                        a.join();
                        """,
                        "static synchronized void fail() { throw new IllegalStateException(); }");
        assertThat(of(reply, "a")).containsExactly(Kind.START, Kind.END);
    }
}
