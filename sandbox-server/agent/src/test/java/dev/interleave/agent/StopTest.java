package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After each stop the session goes on with its variables. */
@Timeout(300)
class StopTest {

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent = new TestAgent();
        agent.load(Cells.compile("Kept", "public class Kept { public static int value = 5; }"));
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "Thread.sleep(1_000_000);",
                "var o = new Object(); synchronized (o) { o.wait(); }",
                "LockSupport.park(); while (true) LockSupport.park();",
                "new CountDownLatch(1).await();",
                "for (int i = 0; ; i++) System.out.println(i);",
                "while (true) try { Thread.sleep(1000); } catch (InterruptedException e) {}",
                "for (int i = 0; i < 3; i++) try { while (true); } catch (Throwable e) {}",
                "try { while (true); } finally { Thread.sleep(1_000_000); }",
                "return new Object() { public String toString() { while (true); } };",
                "throw new RuntimeException() { public String getMessage() { while (true); } };",
                "return System.in.read();",
                "return new java.math.BigInteger(\"3\").pow(Integer.MAX_VALUE / 3);",
                "var l = new ReentrantLock(); Thread.ofPlatform().start(() -> { l.lock(); while"
                        + " (true); }); Thread.sleep(100); l.lock();",
                "return CompletableFuture.supplyAsync(() -> { while (true); }).join();",
                "return IntStream.range(0, 100).parallel().map(i -> { while (true); }).sum();",
                "try (var e = Executors.newVirtualThreadPerTaskExecutor()) { e.submit(() -> { while"
                        + " (true); }); }",
                "try (var s = StructuredTaskScope.open()) { s.fork(() -> { while (true)"
                        + " Thread.onSpinWait(); }); s.join(); }",
                "return new ServerSocket(0).accept();",
            })
    void a_cell_that_would_not_end_is_stopped(String body) {
        long run = agent.begin("System.out.println(\"begun\"); " + body);
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
        assertThat(agent.endRun(run).threads()).isEmpty();
        assertThat(agent.read("Kept", "value")).isEqualTo(new Reply.Returned("5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.ofPlatform().start(() -> { while (true); });",
                "Thread.ofPlatform().daemon().start(() -> { while (true) try { Thread.sleep(99); }"
                        + " catch (InterruptedException e) {} });",
                "for (int i = 0; i < 50; i++) Thread.ofVirtual().start(() -> { while (true); });",
                "for (int i = 0; i < 1000; i++) Thread.ofVirtual().start(() -> {"
                        + " try { Thread.sleep(1_000_000); } catch (InterruptedException e) {} });",
                "Thread.ofVirtual().start(() -> { while (true) try { Thread.sleep(1000); }"
                        + " catch (InterruptedException e) {} });",
                "Thread.ofVirtual().start(() -> { for (int i = 0; i < 3; i++) try { while (true); }"
                        + " catch (Throwable e) {} });",
                "var e = Executors.newFixedThreadPool(4);"
                        + " for (int i = 0; i < 100; i++) e.submit(() -> { while (true); });",
                "var e = Executors.newSingleThreadExecutor(); e.submit(() -> 1);",
                "var e = Executors.newCachedThreadPool(r -> new Thread(() -> r.run())); for (int i"
                        + " = 0; i < 4; i++) e.submit(() -> { Thread.sleep(100000); return 1; });",
                "var e = Executors.newScheduledThreadPool(2); e.scheduleAtFixedRate(() -> { int i ="
                        + " 0; }, 0, 1, TimeUnit.MILLISECONDS);",
                "new java.util.Timer().schedule(new TimerTask() { public void run() {} }, 0, 1);",
                "var p = new ForkJoinPool(3);"
                        + " for (int i = 0; i < 10; i++) p.submit(() -> { while (true); });",
                "for (int i = 0; i < 10; i++) ForkJoinPool.commonPool().submit(() -> { while"
                        + " (true); });",
                "var e = Executors.newVirtualThreadPerTaskExecutor();"
                        + " for (int i = 0; i < 20; i++) e.submit(() -> { while (true); });",
                "Thread.ofPlatform().start(new Runnable() { public void run() {"
                        + " while (true) { Thread.ofPlatform().start(() -> { while (true); });"
                        + " try { Thread.sleep(20); } catch (InterruptedException e) {} } } });",
                "new Thread() { public void interrupt() { while (true); }"
                        + " public void run() { while (true) LockSupport.park(); } }.start();",
                "new ProcessBuilder(\"sleep\", \"1000\").start();",
                "var l = new CountDownLatch(1); CompletableFuture.delayedExecutor(1,"
                        + " TimeUnit.MILLISECONDS, Runnable::run).execute(() -> { l.countDown();"
                        + " while (true); }); l.await();",
                "var l = new CountDownLatch(1); var f = new CompletableFuture<String>();"
                        + " f.exceptionally(e -> { l.countDown(); while (true); });"
                        + " f.orTimeout(1, TimeUnit.MILLISECONDS); l.await();",
                "CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> {});",
                "new ForkJoinPool(1).schedule(() -> {}, 1, TimeUnit.HOURS);",
                "var l = new CountDownLatch(1);"
                        + " java.lang.ref.Cleaner.create().register(new Object(), () -> {"
                        + " l.countDown(); while (true); });"
                        + " while (!l.await(10, TimeUnit.MILLISECONDS)) System.gc();",
                "var l = new CountDownLatch(1);"
                        + " class Final { protected void finalize() { l.countDown(); while (true);"
                        + " } } new Final();"
                        + " while (!l.await(10, TimeUnit.MILLISECONDS)) System.gc();",
            })
    void what_a_cell_has_started_ends_with_it(String body) {
        long run = agent.begin(body + " System.out.println(\"begun\"); Thread.sleep(100000);");
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
        assertThat(agent.endRun(run).threads()).isEmpty();
        assertThat(agent.read("Kept", "value")).isEqualTo(new Reply.Returned("5"));
    }

    @Test
    void threads_of_the_jdk_go_on_working_after_a_stop() {
        long run =
                agent.begin(
                        """
                        var executor = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);
                        executor.execute(() -> { System.out.println("begun"); while (true); });
                        CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> {});
                        Thread.sleep(100000);
                        """);
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        agent.endRun(run);
        assertThat(agent.run("return ForkJoinPool.commonPool().getDelayedTaskCount();"))
                .isEqualTo(new Reply.Returned("0"));
        assertThat(
                        agent.run(
                                "return new CompletableFuture<String>().completeOnTimeout(\"late\","
                                        + " 1, TimeUnit.MILLISECONDS).get();"))
                .isEqualTo(new Reply.Returned("\"late\""));
    }

    @Test
    void whoever_waits_for_what_a_stopped_run_never_began_does_not_wait_for_ever() {
        long run =
                agent.begin(
                        """
                        var executor = Executors.newVirtualThreadPerTaskExecutor();
                        for (int i = 0; i < 100; i++) {
                            var last = executor.submit(() -> { while (true); });
                            System.getProperties().put("last", last);
                        }
                        System.out.println("begun");
                        Thread.sleep(1_000_000);
                        """);
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        agent.reply(run);
        agent.endRun(run);
        assertThat(
                        agent.run(
                                "return ((Future<?>)"
                                        + " System.getProperties().get(\"last\")).isDone();"))
                .isEqualTo(new Reply.Returned("true"));
    }

    @Test
    void what_the_cells_thread_runs_cannot_be_run_again_by_a_cell() {
        long run = agent.begin("System.out.println(\"begun\"); while (true) {}");
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        agent.endRun(run);
        assertThat(agent.run("Thread.currentThread().run(); return 3;"))
                .isEqualTo(new Reply.Returned("3"));
        assertThat(agent.read("Kept", "value")).isEqualTo(new Reply.Returned("5"));
    }

    @Test
    void after_a_stop_stacks_show_the_learners_frames_alone() {
        long run = agent.begin("System.out.println(\"begun\"); while (true) {}");
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isZero();
        agent.endRun(run);
        var threw = (Reply.Threw) agent.run("throw new IllegalStateException();");
        assertThat(threw.causes().getFirst().stack()).hasSize(1);
    }

    @Test
    void a_stop_before_the_invocation_ends_it_as_it_begins() {
        agent.load(Cells.cell("Late", "while (true) {}", ""));
        agent.send(new ToSession.BeginRun(100));
        agent.send(new ToSession.Stop(100));
        agent.send(new ToSession.Invoke(100, "Late", "run"));
        assertThat(agent.reply(100)).isEqualTo(new Reply.Stopped());
    }

    @Test
    void a_stop_of_a_run_that_is_over_leaves_the_next_one_alone() {
        long first = agent.begin("return 1;");
        agent.reply(first);
        agent.endRun(first);
        long second = agent.begin("Thread.sleep(300); return 2;");
        assertThat(agent.stop(first)).isZero();
        assertThat(agent.reply(second)).isEqualTo(new Reply.Returned("2"));
    }

    @Test
    void threads_of_other_runs_live_on() {
        long first =
                agent.begin(
                        "Thread.ofVirtual().name(\"mine\").start(LockSupport::park); return 1;");
        agent.reply(first);
        assertThat(agent.endRun(first).threadCount()).isEqualTo(1);
        long second = agent.begin("while (true) {}");
        assertThat(agent.stop(second)).isZero();
        agent.endRun(second);
        long third = agent.begin("return 3;");
        agent.reply(third);
        assertThat(agent.endRun(third).threadCount()).isZero();
        assertThat(agent.endThreads(first)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) try { while (true); } catch (Throwable e) {}",
                "while (true) try { Thread.sleep(1000); } catch (Throwable e) {}",
            })
    void a_cell_that_catches_everything_for_ever_is_stopped_or_reported(String body) {
        agent.close();
        agent = new TestAgent(List.of(), "stop=300");
        long run = agent.begin("System.out.println(\"begun\"); " + body);
        agent.awaitOutput(run, "begun");
        if (agent.stop(run) == 0) {
            assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
        } else {
            assertThat(agent.all(FromSession.Replied.class)).isEmpty();
            agent.send(new ToSession.Ping(1));
            assertThat(agent.await(FromSession.Pong.class, _ -> true).number()).isEqualTo(1);
        }
    }

    @Test
    void a_deadlock_is_reported_as_what_would_not_end() {
        agent.close();
        agent = new TestAgent(List.of(), "stop=200");
        long run =
                agent.begin(
                        """
                        Object a = new Object(), b = new Object();
                        var both = new CountDownLatch(2);
                        Thread.ofPlatform().start(() -> {
                            synchronized (a) {
                                both.countDown();
                                try { both.await(); } catch (InterruptedException e) {}
                                synchronized (b) {}
                            }
                        });
                        synchronized (b) {
                            both.countDown();
                            both.await();
                            System.out.println("begun");
                            synchronized (a) {}
                        }
                        """);
        agent.awaitOutput(run, "begun");
        assertThat(agent.stop(run)).isEqualTo(2);
    }

    @Test
    void many_stops_in_a_row_work() {
        for (int i = 0; i < 20; i++) {
            long run = agent.begin("while (true) {}");
            assertThat(agent.stop(run)).isZero();
            assertThat(agent.reply(run)).isEqualTo(new Reply.Stopped());
            agent.endRun(run);
        }
        assertThat(agent.run("return Thread.currentThread().getName();"))
                .isEqualTo(new Reply.Returned("\"main\""));
        assertThat(agent.all(FromSession.Output.class)).isEmpty();
    }
}
