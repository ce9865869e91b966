package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that means the agent no good. */
@Timeout(300)
class HostileTest {

    private TestAgent agent;

    @BeforeEach
    void start() {
        agent = new TestAgent();
    }

    @AfterEach
    void close() {
        agent.close();
    }

    private void assertThatItStillWorks() {
        assertThat(agent.run("System.out.println(\"still\"); return 1 + 1;"))
                .isEqualTo(new Reply.Returned("2"));
        assertThat(agent.all(FromSession.Output.class).getLast().text()).isEqualTo("still\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    java.lang.reflect.InaccessibleObjectException | Class.forName("dev.interleave.agent.Runs").getDeclaredFields()[0].setAccessible(true);
                    java.lang.reflect.InaccessibleObjectException | Class.forName("dev.interleave.agent.Sender").getDeclaredMethod("wake").setAccessible(true);
                    java.lang.IllegalAccessException | Class.forName("dev.interleave.agent.AgentMain").getMethod("main", String[].class).invoke(null, (Object) new String[1]);
                    java.lang.IllegalAccessException | Class.forName("dev.interleave.wire.Connection").getMethods()[0].invoke(null);
                    java.lang.reflect.InaccessibleObjectException | for (var t : Thread.getAllStackTraces().keySet()) if (t.getName().startsWith("interleave")) t.getClass().getDeclaredFields()[0].setAccessible(true);
                    java.lang.reflect.InaccessibleObjectException | Thread.class.getDeclaredField("holder").setAccessible(true);
                    java.lang.IllegalAccessException | Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
                    java.lang.IllegalCallerException | java.lang.foreign.Linker.nativeLinker().downcallHandle(java.lang.foreign.FunctionDescriptor.ofVoid());
                    java.lang.IllegalCallerException | java.lang.foreign.MemorySegment.ofAddress(8).reinterpret(8);
                    java.lang.IllegalCallerException | System.load("/tmp/none.so");
                    java.lang.UnsupportedOperationException | var f = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe"); f.setAccessible(true); ((sun.misc.Unsafe) f.get(null)).objectFieldOffset(String.class.getDeclaredField("value"));
                    java.lang.IllegalAccessException | java.lang.invoke.MethodHandles.privateLookupIn(Class.forName("dev.interleave.agent.Runs"), java.lang.invoke.MethodHandles.lookup());
                    """)
    void the_agent_and_the_jdk_cannot_be_reached_into(String error, String body) {
        Reply reply = agent.run(body);
        assertThat(reply).isInstanceOf(Reply.Threw.class);
        assertThat(((Reply.Threw) reply).causes()).extracting(Cause::className).contains(error);
        assertThatItStillWorks();
    }

    @Test
    void the_connection_cannot_be_opened_through_the_file_system() {
        Reply reply =
                agent.run(
                        """
                        int sockets = 0, opened = 0;
                        for (var file : new File("/proc/self/fd").listFiles()) {
                            if (!Files.isSymbolicLink(file.toPath())) continue;
                            String target = Files.readSymbolicLink(file.toPath()).toString();
                            if (!target.startsWith("socket:")) continue;
                            sockets++;
                            try (var out = new FileOutputStream(file)) {
                                opened++;
                            } catch (IOException e) {
                            }
                        }
                        return (sockets > 0) + " " + opened;
                        """);
        assertThat(reply).isEqualTo(new Reply.Returned("\"true 0\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (var t : Thread.getAllStackTraces().keySet()) t.interrupt();",
                "for (var t : Thread.getAllStackTraces().keySet()) for (int i = 0; i < 99; i++)"
                        + " LockSupport.unpark(t);",
                "for (var t : Thread.getAllStackTraces().keySet()) { t.setPriority(1);"
                        + " t.setName(\"mine\"); t.setUncaughtExceptionHandler((a, b) -> { while"
                        + " (true); }); }",
                "for (var t : Thread.getAllStackTraces().keySet()) if"
                        + " (t.getName().startsWith(\"interleave\")) Thread.ofPlatform().start(t);"
                        + " Thread.sleep(50);",
                "for (var t : Thread.getAllStackTraces().keySet()) if"
                        + " (t.getName().equals(\"interleave-sender\")) t.run();",
                "for (var t : Thread.getAllStackTraces().keySet()) Thread.startVirtualThread(() ->"
                        + " { synchronized (t) { LockSupport.park(); } });",
                "Thread.setDefaultUncaughtExceptionHandler((t, e) -> { throw new"
                    + " RuntimeException(); }); new Thread(() -> { throw new RuntimeException();"
                    + " }).start();",
                "System.setProperties(new Properties());",
                "System.setProperty(\"java.home\", \"/none\");"
                        + " System.setProperty(\"line.separator\", \"x\");",
                "Locale.setDefault(Locale.of(\"tr\", \"TR\"));"
                        + " TimeZone.setDefault(TimeZone.getTimeZone(\"UTC\"));",
                "Thread.currentThread().setContextClassLoader(null);"
                        + " Thread.currentThread().setName(\"x\");",
                "synchronized (System.in) { synchronized (System.out) { return 1; } }",
                "Thread.ofPlatform().daemon().start(() -> { synchronized (System.out) {"
                        + " synchronized (System.in) { while (true) Thread.onSpinWait(); } } });"
                        + " Thread.sleep(50);",
                "Thread.currentThread().getThreadGroup().getParent().interrupt();",
                "throw new ThreadDeath();",
                "Thread.currentThread().interrupt();",
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true); }));",
                "ForkJoinPool.commonPool().shutdownNow();",
            })
    void what_a_cell_does_to_the_jvm_does_not_break_the_agent(String body) {
        long run = agent.begin(body);
        agent.reply(run);
        agent.endRun(run);
        long next = agent.begin("System.out.print(\"x\"); while (true) {}");
        agent.awaitOutput(next, "x");
        assertThat(agent.stop(next)).isZero();
        agent.endRun(next);
        assertThatItStillWorks();
    }

    @Test
    void a_class_that_hides_a_class_of_the_agent_is_not_used() {
        agent.load(
                Cells.compile(
                        "dev.interleave.agent.Exit",
                        "package dev.interleave.agent; public class Exit { public static int x = 3;"
                                + " }"));
        assertThat(agent.read("dev.interleave.agent.Exit", "x")).isInstanceOf(Reply.Broken.class);
        assertThatItStillWorks();
    }

    @Test
    void what_cannot_be_loaded_is_the_cells_failure() {
        agent.load(java.util.List.of(new dev.interleave.wire.ClassFile("Bad", new byte[] {1, 2})));
        assertThat(agent.read("Bad", "x")).isInstanceOf(Reply.Threw.class);
        assertThat(agent.read("Missing", "x"))
                .isEqualTo(new Reply.Broken("There is no class Missing."));
        assertThatItStillWorks();
    }

    @Test
    void a_failing_initializer_is_the_cells_failure() {
        Reply reply = agent.run("return x;", "static int x = 1 / Integer.parseInt(\"0\");");
        assertThat(reply).isInstanceOf(Reply.Threw.class);
        assertThat(((Reply.Threw) reply).causes())
                .extracting(Cause::className)
                .containsExactly(
                        "java.lang.ExceptionInInitializerError", "java.lang.ArithmeticException");
        assertThatItStillWorks();
    }

    @Test
    void deep_recursion_is_an_exception_with_a_bounded_stack() {
        Reply reply = agent.run("return f(0);", "static int f(int i) { return f(i + 1) + 1; }");
        var cause = ((Reply.Threw) reply).causes().getFirst();
        assertThat(cause.className()).isEqualTo("java.lang.StackOverflowError");
        assertThat(cause.stack()).hasSize(64);
        assertThatItStillWorks();
    }

    @Test
    void exit_sends_what_was_printed_and_ends_with_the_cells_code() {
        long run = agent.begin("System.out.print(\"a\"); System.out.print(\"b\"); System.exit(7);");
        assertThat(agent.exitCode()).isEqualTo(7);
        agent.awaitOutput(run, "ab");
    }

    @Test
    void exit_sends_the_end_of_a_long_output() {
        long run =
                agent.begin("System.out.print(\"x\".repeat(1 << 20) + \"end\"); System.exit(0);");
        assertThat(agent.exitCode()).isZero();
        agent.awaitOutput(run, "end");
    }

    @Test
    void threads_of_the_agent_are_not_among_those_of_the_cell() {
        assertThat(agent.run("return Thread.activeCount();")).isEqualTo(new Reply.Returned("1"));
        assertThat(agent.run("return Thread.currentThread().toString();"))
                .asString()
                .contains("main,5,main");
    }
}
