package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Queued;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many sessions on a machine that carries few. */
class ManySessionsTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir Path work;

    @Test
    void pages_that_are_open_take_no_jvms_until_a_cell_is_run() {
        try (TestSandbox sandbox = TestSandbox.open(with(few(3, NEVER, NEVER)))) {
            List<Session> sessions = Stream.generate(sandbox::session).limit(500).toList();
            assertWorks(sessions.get(250));
            assertThat(sandbox.sandbox().load().live()).isEqualTo(1);
            assertThat(sandbox.sandbox().load().parked()).isEqualTo(499);
        }
    }

    @Test
    void a_session_that_is_idle_gives_way_to_one_that_waits_and_comes_back() {
        try (TestSandbox sandbox = TestSandbox.open(with(few(2, Duration.ZERO, NEVER)))) {
            List<Session> sessions = Stream.generate(sandbox::session).limit(4).toList();
            for (Session session : sessions) {
                run(session, "int keep = 1; int twice(int a) { return 2 * a; }");
            }
            assertThat(sandbox.sandbox().load().live()).isLessThanOrEqualTo(2);
            Done done = run(sessions.getFirst(), "twice(21)").done();
            assertThat(done.status()).isEqualTo(Status.OK);
            assertThat(done.message()).contains("slept").contains("keep is lost");
            assertThat(run(sessions.getFirst(), "1").done().message()).isNull();
        }
    }

    @Test
    void who_takes_the_last_place_sends_nobody_to_sleep() {
        Capacity two = new Capacity(2, 8, new Capacity.Range(0, 0), 1, Duration.ZERO, NEVER);
        try (TestSandbox sandbox = TestSandbox.open(with(two))) {
            Session first = sandbox.session();
            run(first, "int keep = 42;");
            run(sandbox.session(), "1");
            assertThat(run(first, "keep").value()).isEqualTo("42");
            assertThat(sandbox.sandbox().load().live()).isEqualTo(2);
        }
    }

    @Test
    void who_waits_for_a_jvm_hears_where_in_the_line() {
        try (TestSandbox sandbox = TestSandbox.open(with(few(1, NEVER, NEVER)))) {
            Session first = sandbox.session();
            Session second = sandbox.session();
            run(first, "1");
            Ran waiting = start(second, "2");
            waiting.awaitQueued();
            first.close();
            assertThat(waiting.value()).isEqualTo("2");
            assertThat(waiting.events(Queued.class).getFirst().place()).isEqualTo(1);
        }
    }

    @Test
    void a_learner_with_many_cells_does_not_keep_the_others_waiting() {
        try (TestSandbox sandbox = TestSandbox.open(with(oneAtATime()))) {
            Session greedy = sandbox.session();
            Session modest = sandbox.session();
            assertWorks(modest);
            String untilTyped = "while (System.in.available() == 0) { Thread.sleep(5); }";
            start(greedy, "System.out.println(\"on\"); " + untilTyped).awaitOutput("on");
            List<Ran> many = IntStream.range(0, 20).mapToObj(i -> start(greedy, "" + i)).toList();
            Ran one = start(modest, "42");
            one.awaitQueued();
            greedy.input("go\n");
            assertThat(one.value()).isEqualTo("42");
            assertThat(many.getLast().events(Done.class)).isEmpty();
            many.forEach(Ran::done);

            Ran asking = start(greedy, "System.in.read()").awaitInput();
            assertThat(run(modest, "43").value()).isEqualTo("43");
            greedy.input("\n");
            assertThat(asking.value()).isEqualTo("10");
        }
    }

    @Test
    void an_idle_session_gives_back_its_compilers_memory_and_still_works() {
        UnaryOperator<SandboxSettings> eager = with(few(3, Duration.ZERO, NEVER));
        try (TestSandbox sandbox = TestSandbox.open(eager)) {
            Session session = sandbox.session();
            run(session, "int keep = 42;");
            for (int i = 0; i < 3; i++) {
                ((LocalSession) session).evict();
                assertThat(run(session, "int again" + i + " = keep; again" + i).value())
                        .isEqualTo("42");
            }
        }
    }

    @Test
    void sessions_that_were_closed_leave_nothing_behind() throws Exception {
        try (TestSandbox sandbox = TestSandbox.open(with(few(8, NEVER, NEVER)))) {
            rounds(sandbox, 1);
            settle(sandbox);
            Footprint before = Footprint.now();
            rounds(sandbox, 2);
            settle(sandbox);
            assertThat(Footprint.now()).isEqualTo(before);
        }
        assertThat(ProcessHandle.current().descendants().filter(ManySessionsTest::isJail))
                .isEmpty();
    }

    @Test
    void a_sandbox_that_is_closed_while_it_starts_leaves_nothing_behind() {
        for (int i = 0; i < 3; i++) {
            TestSandbox sandbox = TestSandbox.open();
            Ran never = start(sandbox.session(), "1");
            sandbox.close();
            assertThat(never.done().message()).isEqualTo(Explanations.SHUT_DOWN);
            assertThat(ProcessHandle.current().descendants().filter(ManySessionsTest::isJail))
                    .isEmpty();
        }
    }

    @Test
    void a_sandbox_that_is_closed_ends_every_run() {
        Ran endless;
        Ran waiting;
        try (TestSandbox sandbox = TestSandbox.open(with(few(3, NEVER, NEVER)))) {
            Session session = sandbox.session();
            endless =
                    start(session, "System.out.println(\"on\"); while (true) {}").awaitOutput("on");
            waiting = start(session, "2");
        }
        assertThat(endless.done().message()).isEqualTo(Explanations.SHUT_DOWN);
        assertThat(waiting.done().message()).isEqualTo(Explanations.SHUT_DOWN);
    }

    private static void rounds(TestSandbox sandbox, int rounds) {
        for (int i = 0; i < rounds; i++) {
            List<Session> sessions = Stream.generate(sandbox::session).limit(8).toList();
            List<Ran> runs = sessions.stream().map(s -> start(s, "Thread.sleep(10); 7")).toList();
            runs.forEach(ran -> assertThat(ran.value()).isEqualTo("7"));
            sandbox.closeSessions();
        }
    }

    /** Waits until the pool is as full as it wants to be and what was closed is gone. */
    private static void settle(TestSandbox sandbox) throws InterruptedException {
        int same = 0;
        Footprint last = null;
        while (same < 20) {
            Footprint now = Footprint.now();
            boolean still = isCalm(sandbox.sandbox().load(), now) && now.equals(last);
            same = still ? same + 1 : 0;
            last = now;
            Thread.sleep(100);
        }
    }

    /** Also what is being started has come: two threads then listen to each JVM. */
    private static boolean isCalm(Sandbox.Load load, Footprint now) {
        return load.live() == 0 && load.pooled() == 1 && now.threads() == 2 * jvms();
    }

    private static long jvms() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .count();
    }

    private static boolean isJail(ProcessHandle process) {
        return process.info().command().orElse("").contains("bwrap");
    }

    private static UnaryOperator<SandboxSettings> with(Capacity capacity) {
        return settings -> settings.withCapacity(capacity);
    }

    private static Capacity few(int jvms, Duration evictAfter, Duration parkAfter) {
        return new Capacity(jvms, 8, new Capacity.Range(1, 1), 1, evictAfter, parkAfter);
    }

    private static Capacity oneAtATime() {
        return new Capacity(4, 1, new Capacity.Range(1, 1), 1, NEVER, NEVER);
    }
}
