package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ThreadInfo;
import dev.interleave.wire.ToSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class LeftoversTest {

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent = new TestAgent();
    }

    @AfterEach
    void close() {
        agent.close();
    }

    private FromSession.RunEnded leftBy(String body) {
        long run = agent.begin(body);
        assertThat(agent.reply(run)).isInstanceOf(Reply.Returned.class);
        return agent.endRun(run);
    }

    @Test
    void threads_that_go_on_are_described() {
        var ended =
                leftBy(
                        """
                        var both = new CountDownLatch(2);
                        Thread.ofPlatform().name("sleeper").start(() -> {
                            both.countDown();
                            try { Thread.sleep(1_000_000); } catch (InterruptedException e) {}
                        });
                        var v = Thread.ofVirtual().start(() -> { both.countDown(); LockSupport.park(); });
                        both.await();
                        while (v.getState() != Thread.State.WAITING) Thread.sleep(1);
                        Thread.sleep(50);
                        """);
        assertThat(ended.threadCount()).isEqualTo(2);
        List<ThreadInfo> threads = ended.threads();
        assertThat(threads).extracting(ThreadInfo::name).contains("sleeper");
        assertThat(threads).extracting(ThreadInfo::virtual).containsExactlyInAnyOrder(true, false);
        assertThat(threads).extracting(ThreadInfo::state).contains("TIMED_WAITING", "WAITING");
        assertThat(threads).extracting(ThreadInfo::at).anyMatch(at -> at.contains("Thread.sleep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IntStream.range(0, 1000).parallel().sum();",
                "Thread.ofVirtual().start(() -> {}).join();",
                "try (var e = Executors.newFixedThreadPool(3)) { e.submit(() -> 1).get(); }",
                "CompletableFuture.supplyAsync(() -> 1).get();",
                "Thread.ofVirtual().start(() -> { try { Thread.sleep(5); }"
                        + " catch (InterruptedException e) {} }).join();",
                "new CompletableFuture<String>().completeOnTimeout(\"x\", 5,"
                        + " TimeUnit.MILLISECONDS).get();",
                "new Thread(() -> {});",
                "new ProcessBuilder(\"true\").start().waitFor();",
            })
    void what_the_jdk_keeps_for_itself_is_no_leftover(String body) {
        assertThat(leftBy(body).threads()).isEmpty();
    }

    @Test
    void what_is_to_be_done_later_is_a_leftover() {
        var ended =
                leftBy(
                        """
                        CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> {});
                        while (Thread.getAllStackTraces().keySet().stream().noneMatch(t ->
                                t.getName().endsWith("delayScheduler")
                                        && t.getState() == Thread.State.TIMED_WAITING)) {
                            Thread.sleep(1);
                        }
                        """);
        assertThat(ended.threads())
                .extracting(ThreadInfo::name)
                .containsExactly("ForkJoinPool.commonPool-delayScheduler");
        assertThat(agent.endThreads(ended.run())).isZero();
    }

    @Test
    void of_very_many_threads_only_some_are_listed() {
        var ended =
                leftBy(
                        "for (int i = 0; i < 5000; i++)"
                                + " Thread.ofVirtual().start(LockSupport::park);");
        assertThat(ended.threadCount()).isEqualTo(5000);
        assertThat(ended.threads()).hasSize(200);
        assertThat(agent.endThreads(ended.run())).isZero();
    }

    @Test
    void leftovers_of_several_runs_are_ended_together_up_to_one() {
        String leave = "Thread.ofPlatform().start(() -> { while (true); });";
        long first = leftBy(leave).run();
        long second = leftBy(leave).run();
        var third = leftBy(leave);
        assertThat(third.threadCount()).isEqualTo(1);
        assertThat(agent.endThreads(second)).isZero();
        agent.send(new ToSession.EndRun(third.run()));
        assertThat(first).isLessThan(second);
        assertThat(agent.endThreads(third.run())).isZero();
    }

    @Test
    void a_thread_that_hides_behind_its_own_methods_is_ended_as_well() {
        var ended =
                leftBy(
                        """
                        class Hiding extends Thread {
                            public void interrupt() { while (true); }
                            public State getState() { while (true); }
                            public StackTraceElement[] getStackTrace() { while (true); }
                            public boolean isInterrupted() { while (true); }
                            public String toString() { while (true); }
                            public int hashCode() { while (true); }
                            public boolean equals(Object o) { while (true); }
                            public void run() { while (true) try { sleep(1000); } catch (InterruptedException e) {} }
                        }
                        new Hiding().start();
                        """);
        assertThat(ended.threadCount()).isEqualTo(1);
        assertThat(ended.threads().getFirst().state()).isIn("RUNNABLE", "TIMED_WAITING");
        assertThat(agent.endThreads(ended.run())).isZero();
    }

    /** By the names and groups of the JDK's own threads, or as workers of its pool. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(new ThreadGroup(\"CarrierThreads\"), () -> { while (true); }, \"x\", 0,"
                        + " false).start();",
                "var g = Thread.currentThread().getThreadGroup().getParent(); new Thread(g, () -> {"
                        + " while (true); }, \"Signal Dispatcher\", 0, false).start();",
                "var g = Thread.currentThread().getThreadGroup().getParent(); new Thread(g, new"
                        + " CountDownLatch(1)::countDown, \"x\", 0, false); new Thread(g, new"
                        + " Random().longs()::sum, \"x\", 0, false).start();",
                "class Posing extends Thread { Posing() { super(new ThreadGroup(\"system\"), null,"
                        + " \"x\", 0, false); } public StackTraceElement[] getStackTrace() { while"
                        + " (true); } public void run() { while (true); } } new Posing().start();",
                "class Posing extends ForkJoinWorkerThread { Posing() {"
                        + " super(ForkJoinPool.commonPool()); } public void run() { while (true); }"
                        + " } new Posing().start();",
                "class Posing extends ForkJoinWorkerThread { Posing(ForkJoinPool p) { super(p); }"
                        + " public ForkJoinPool getPool() { while (true); } } new ForkJoinPool(1,"
                        + " Posing::new, null, false).execute(() -> { while (true); });"
                        + " Thread.sleep(200);",
            })
    void a_thread_that_poses_as_one_of_the_jdk_is_found_and_ended(String body) {
        var ended = leftBy(body);
        assertThat(ended.threadCount()).isEqualTo(1);
        assertThat(agent.endThreads(ended.run())).isZero();
    }

    @Test
    void a_place_with_a_name_as_long_as_names_can_be_is_cut() {
        var ended =
                leftBy(
                        """
                        var type = java.lang.constant.ClassDesc.of("X".repeat(60_000));
                        var none = java.lang.constant.MethodTypeDesc.ofDescriptor("()V");
                        byte[] file = java.lang.classfile.ClassFile.of().build(type, c -> c
                                .withInterfaceSymbols(java.lang.constant.ClassDesc.of("java.lang.Runnable"))
                                .withMethodBody("<init>", none, 1, b -> b.aload(0)
                                        .invokespecial(java.lang.constant.ConstantDescs.CD_Object, "<init>", none)
                                        .return_())
                                .withMethodBody("run", none, 1, b -> {
                                    var again = b.newBoundLabel();
                                    b.goto_(again);
                                }));
                        var loader = new ClassLoader() {
                            Class<?> define() { return defineClass(null, file, 0, file.length); }
                        };
                        var spinner = (Runnable) loader.define().getDeclaredConstructor().newInstance();
                        for (int i = 0; i < 2; i++) Thread.ofPlatform().start(spinner);
                        Thread.sleep(300);
                        """);
        assertThat(ended.threads()).hasSize(2);
        assertThat(ended.threads()).allMatch(t -> t.at() == null || t.at().length() < 1_000);
        assertThat(agent.endThreads(ended.run())).isZero();
    }

    @Test
    void a_value_is_published_as_a_system_property() {
        agent.load(
                Cells.compile(
                        "Kept", "public class Kept { public static Object v = 7, n = null; }"));
        long run = agent.begin("return 0;");
        agent.reply(run);
        agent.send(new ToSession.Publish(run, "Kept", "v", "key"));
        agent.endRun(run);
        assertThat(agent.run("return System.getProperties().get(\"key\");"))
                .isEqualTo(new Reply.Returned("7"));
        agent.send(new ToSession.Publish(run, "Kept", "n", "key"));
        assertThat(agent.run("return System.getProperties().get(\"key\");"))
                .isEqualTo(new Reply.Returned("null"));
    }
}
