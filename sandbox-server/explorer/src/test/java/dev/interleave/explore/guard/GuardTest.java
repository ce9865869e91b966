package dev.interleave.explore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.explore.corpus.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var lock = new java.util.concurrent.locks.ReentrantLock(); lock.lock();"
                        + " lock.unlock();",
                "try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor())"
                        + " { pool.submit(() -> 1); }",
                "record Point(int x) {} System.out.println(\"point \" + new Point(1));",
                "enum Color { RED } switch (Color.RED) { case RED -> {} }",
                "Object o = 1; switch (o) { case Integer i when i > 0 -> {} default -> {} }",
                "var map = new java.util.concurrent.ConcurrentHashMap<String, Integer>();"
                        + " map.merge(\"a\", 1, Integer::sum);",
                "var t = new Thread(() -> {}); t.start(); t.interrupt();",
                "java.util.stream.IntStream.range(0, 3).boxed().toList();",
                "class Mutex extends java.util.concurrent.locks.AbstractQueuedSynchronizer {} new"
                        + " Mutex().release(1);",
                "var h = new int[1].clone(); long n = System.nanoTime();"
                        + " java.time.Duration.ofMillis(n);",
            })
    void ordinary_code_is_allowed(String body) {
        assertThat(violations(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit(0); | java.lang.System.exit",
                "Runtime.getRuntime().halt(0); | java.lang.Runtime",
                "new java.io.FileOutputStream(\"x\").close(); | java.io.FileOutputStream",
                "java.nio.file.Files.exists(java.nio.file.Path.of(\"/\")); | java.nio.file.Files",
                "new java.net.Socket(\"localhost\", 1).close(); | java.net.Socket",
                "Class.forName(\"x\"); | java.lang.Class.forName",
                "String.class.getDeclaredMethods(); | java.lang.Class.getDeclaredMethods",
                "Thread.currentThread().getStackTrace(); | java.lang.Thread.getStackTrace",
                "new Throwable().getStackTrace(); | java.lang.Throwable.getStackTrace",
                "StackWalker.getInstance().forEach(f -> {}); | java.lang.StackWalker",
                "Thread.getAllStackTraces(); | java.lang.Thread.getAllStackTraces",
                "Thread.setDefaultUncaughtExceptionHandler(null); |"
                        + " java.lang.Thread.setDefaultUncaughtExceptionHandler",
                "System.setOut(null); | java.lang.System.setOut",
                "System.getProperty(\"user.home\"); | java.lang.System.getProperty",
                "new ProcessBuilder(\"ls\").start(); | java.lang.ProcessBuilder",
                "java.util.ServiceLoader.load(Runnable.class); | java.util.ServiceLoader",
                "java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\", null);"
                        + " | java.lang.invoke.MethodHandles$Lookup.findStatic",
                "java.util.List.of(1).parallelStream().count(); | java.util.List.parallelStream",
                "java.util.concurrent.ForkJoinPool.commonPool(); |"
                        + " java.util.concurrent.ForkJoinPool",
                "new java.util.Timer().cancel(); | java.util.Timer",
                "class L extends ClassLoader {} new L(); | java.lang.ClassLoader",
                "dev.interleave.explore.Settings.DEFAULT.seed(1); |"
                        + " dev.interleave.explore.Settings",
            })
    void what_reaches_beyond_the_submission_is_named(String body, String what) {
        assertThat(violations(body)).extracting(Violation::what).contains(what.strip());
    }

    @Test
    void an_exercise_can_allow_its_own_classes() {
        var classes =
                new Sources("-cp", System.getProperty("java.class.path"))
                        .compile(
                                "Submission",
                                "class Submission { Object o ="
                                        + " dev.interleave.explore.Settings.DEFAULT; }");
        var allowed = AllowList.standard().and(java.util.Set.of("dev.interleave.explore.Settings"));
        assertThat(Guard.check(classes, allowed)).isEmpty();
    }

    @Test
    void what_is_no_class_file_is_refused() {
        assertThat(
                        Guard.check(
                                java.util.Map.of("Submission", new byte[] {1, 2}),
                                AllowList.standard()))
                .extracting(Violation::why)
                .containsExactly("it cannot be read");
    }

    private static List<Violation> violations(String body) {
        var source =
                "class Submission { static void run() throws Throwable { %s } }".formatted(body);
        var classes =
                new Sources("-cp", System.getProperty("java.class.path"))
                        .compile("Submission", source);
        return Guard.check(classes, AllowList.standard());
    }
}
