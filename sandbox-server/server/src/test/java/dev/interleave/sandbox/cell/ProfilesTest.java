package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.check.CellCheck;
import dev.interleave.sandbox.check.Expected;
import dev.interleave.sandbox.check.StatedCell;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lessons ask for beside the usual, and that others do not have it. */
class ProfilesTest {

    private static final String SECOND_JVM =
            """
            new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx16m", "-version")
                    .inheritIO().start().waitFor()
            """;

    private static TestSandbox sandbox;

    @BeforeAll
    static void open(@TempDir Path work) throws IOException {
        sandbox = TestSandbox.openPatiently(App.withLibrary(work));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void closeSessions() {
        sandbox.closeSessions();
    }

    @Test
    void profiles_are_found_by_their_names() {
        assertThat(Profile.named("processes")).contains(Profile.PROCESSES);
        assertThat(Profile.named("nonsense")).isEmpty();
        assertThat(Profile.ALL).extracting(Profile::name).doesNotHaveDuplicates();
    }

    @Test
    void preview_features_can_be_off() {
        Session session = sandbox.session(Profile.NO_PREVIEW);
        run(session, "java.util.concurrent.StructuredTaskScope.open()")
                .assertEnded(Status.COMPILE_ERROR);
        assertWorks(session);
    }

    @Test
    void a_lesson_is_checked_under_the_profile_that_it_names() {
        String processors = "Runtime.getRuntime().availableProcessors()";
        assertThat(check("one-carrier", processors, "⇒ 1")).isEmpty();
        assertThat(check("one-carrier", processors, "⇒ 0")).containsExactly("c printed:\n⇒ 1");
        assertThat(check("fast", processors, "⇒ 1"))
                .containsExactly("There is no profile \"fast\".");
    }

    private static List<String> check(String profile, String source, String printed) {
        Expected expected = new Expected("exact", false, List.of(printed));
        StatedCell cell = new StatedCell("c", source, 20, profile, false, false, expected);
        return new CellCheck(sandbox.sandbox()).run(List.of(cell));
    }

    @Test
    void virtual_threads_can_have_one_carrier() {
        Session session = sandbox.session(Profile.ONE_CARRIER);
        assertThat(run(session, "Runtime.getRuntime().availableProcessors()").value())
                .isEqualTo("1");
        Ran ran =
                start(
                        session,
                        """
                        var begun = new java.util.concurrent.atomic.AtomicInteger();
                        for (int i = 0; i < 10; i++) {
                            Thread.startVirtualThread(() -> {
                                begun.incrementAndGet();
                                while (true) { Thread.onSpinWait(); }
                            });
                        }
                        while (begun.get() == 0) { Thread.sleep(1); }
                        System.in.read();
                        """);
        ran.awaitInput();
        session.input("\n");
        ran.assertEnded(Status.OK);
        assertThat(run(session, "begun.get()").value()).isEqualTo("1");
    }

    @Test
    void the_heap_can_be_small() {
        Session session = sandbox.session(Profile.SMALL_HEAP);
        Ran ran = run(session, "var large = new byte[40 << 20];");
        ran.assertEnded(Status.LIMIT);
        assertThat(ran.done().limit()).isEqualTo(Limit.MEMORY);
        assertWorks(session);
    }

    @Test
    void packages_of_the_jdk_can_be_exported() {
        String source =
                """
                var scope = new jdk.internal.vm.ContinuationScope("lesson");
                var steps = new jdk.internal.vm.Continuation(scope, () -> {
                    System.out.print("a");
                    jdk.internal.vm.Continuation.yield(scope);
                    System.out.print("b");
                });
                steps.run();
                System.out.print("-");
                steps.run();
                """;
        Ran ran = run(sandbox.session(Profile.CONTINUATIONS), source);
        assertThat(ran.assertEnded(Status.OK).output()).isEqualTo("a-b");
        run(sandbox.session(), source).assertEnded(Status.COMPILE_ERROR);
    }

    @Test
    void libraries_are_known_to_the_lessons_that_name_them_and_to_no_others() {
        Session session = sandbox.session(App.WITH_LIBRARY);
        assertThat(run(session, "lesson.Greeting.hello()").value()).isEqualTo("\"hello\"");
        run(session, "import lesson.*;").assertEnded(Status.OK);
        assertThat(run(session, "var greeting = Greeting.hello(); greeting").value())
                .isEqualTo("\"hello\"");
        run(sandbox.session(), "lesson.Greeting.hello()").assertEnded(Status.COMPILE_ERROR);
    }

    @Test
    void processes_can_be_started_where_a_lesson_asks_for_them_and_nowhere_else() {
        Session session = sandbox.session(Profile.PROCESSES);
        Ran ran = run(session, SECOND_JVM);
        assertThat(ran.value()).isEqualTo("0");
        assertThat(ran.output()).contains("OpenJDK");
        Ran refused = run(sandbox.session(), SECOND_JVM).assertEnded(Status.LIMIT);
        assertThat(refused.done().limit()).isEqualTo(Limit.PROCESSES);
    }

    @Test
    void processes_and_those_that_they_started_end_with_their_cell() {
        Session session = sandbox.session(Profile.PROCESSES);
        run(session, "int keep = 42;");
        Ran ran =
                start(
                        session,
                        """
                        Files.writeString(Path.of("/tmp/Child.java"),
                            \"""
                            void main(String[] args) throws Exception {
                                if (args.length > 0) {
                                    new ProcessBuilder("/jdk/bin/java", "-Xmx48m", "-XX:+UseSerialGC",
                                            "/tmp/Child.java").inheritIO().start();
                                    return;
                                }
                                System.out.println("endless");
                                while (true) { Thread.sleep(1000); }
                            }
                            \""");
                        new ProcessBuilder("/jdk/bin/java", "-Xmx48m", "-XX:+UseSerialGC",
                                "/tmp/Child.java", "once").inheritIO().start().waitFor();
                        System.in.read();
                        """);
        ran.awaitOutput("endless");
        session.stop();
        ran.assertEnded(Status.KILLED);
        assertThat(run(session, "ProcessHandle.allProcesses().count()").value()).isEqualTo("2");
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }
}
