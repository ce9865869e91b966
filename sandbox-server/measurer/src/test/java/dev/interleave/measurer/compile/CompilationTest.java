package dev.interleave.measurer.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilationTest {

    @Test
    void methods_need_no_class_around_them() {
        var compiled = compile("int run() { return helper() + 1; }\nint helper() { return 2; }");

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.entry()).isEqualTo(new Entry("Version", "run"));
        assertThat(compiled.classes()).hasSize(1);
    }

    @Test
    void a_class_may_be_named_as_it_likes() {
        var compiled =
                compile(
                        """
                        package here;
                        public class Mine {
                            static int run(int n) { return n + 1; }
                        }
                        """);

        assertThat(compiled.entry()).isEqualTo(new Entry("here.Mine", "run"));
    }

    @Test
    void the_only_method_is_the_one_that_is_meant() {
        var compiled = compile("class A { long work(int n) { return n * 2L; } void setup() {} }");

        assertThat(compiled.entry()).isEqualTo(new Entry("A", "work"));
    }

    @Test
    void what_is_computed_from_constants_only_may_be_computed_once() {
        assertThat(rules("double run() { return Math.log(Math.PI) + 1; }"))
                .containsExactly("constant-input");
        assertThat(rules("final double x = 2;\ndouble run() { return Math.log(x); }"))
                .containsExactly("constant-input");
        assertThat(rules("double x = 2;\ndouble run() { return Math.log(x); }")).isEmpty();
        assertThat(rules("double run(int n) { return Math.log(n); }")).isEmpty();
        assertThat(rules("double run() { return Math.random(); }")).isEmpty();
        assertThat(rules("double run() { double x = 2; var y = x + 1; return Math.log(y); }"))
                .containsExactly("constant-input");
        assertThat(rules("double run(int n) { double x = 2; return Math.log(x) + n; }")).isEmpty();
    }

    @Test
    void a_field_of_a_class_inside_the_method_is_shared_with_nobody() {
        var source =
                "int run() { class A { int x; void add() { x++; } } var a = new A(); a.add();"
                        + " return a.x; }";

        assertThat(rules(source)).isEmpty();
    }

    @Test
    void what_jmh_marks_goes_first() {
        var compiled =
                compile(
                        """
                        import org.openjdk.jmh.annotations.Benchmark;
                        import org.openjdk.jmh.infra.Blackhole;
                        class A {
                            int run() { return 1 + hashCode(); }
                            @Benchmark public void marked(Blackhole hole) { hole.consume(run()); }
                        }
                        """);

        assertThat(compiled.entry()).isEqualTo(new Entry("A", "marked"));
        assertThat(compiled.lints()).isEmpty();
    }

    @Test
    void several_methods_of_which_none_is_meant_are_no_version() {
        var compiled = compile("class A { int a() { return 1; } int b() { return 2; } }");

        assertThat(compiled.classes()).isEmpty();
        assertThat(compiled.errors().getFirst().message())
                .isEqualTo(
                        "Which method is to be measured: a(), b()? A version has one method run()"
                                + " that returns its result; it may take an int, which is n.");
    }

    @Test
    void no_method_is_no_version() {
        assertThat(compile("interface A {}").errors().getFirst().message())
                .startsWith("There is no method to measure.");
        assertThat(compile("").errors().getFirst().message())
                .startsWith("There is no method to measure.");
    }

    @Test
    void a_method_that_wants_something_else_is_no_version() {
        assertThat(compile("int run(String text) { return 1; }").errors().getFirst().message())
                .startsWith("run(java.lang.String) wants what nobody can give it.");
    }

    @Test
    void errors_have_their_lines() {
        var errors = compile("int run() {\n    return \"one\";\n}").errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().line()).isEqualTo(2);
        assertThat(errors.getFirst().rule()).isEqualTo(Remark.ERROR);
    }

    @Test
    void work_whose_result_nobody_uses_is_found() {
        assertLint("void run() { Math.sqrt(2); }", "dead-code", 1);
        assertLint(
                """
                int run(int n) {
                    double root = 0;
                    for (int i = 0; i < n; i++) {
                        root = Math.sqrt(i);
                    }
                    return n;
                }
                """,
                "dead-code",
                2);
    }

    @Test
    void a_result_that_is_always_the_same_is_found() {
        assertLint("int run() { return 42; }", "constant-result", 1);
    }

    @Test
    void state_that_one_call_leaves_to_the_next_is_found() {
        assertLint("int calls;\nint run() { return ++calls; }", "shared-state", 2);
        assertLint("static int sum;\nint run(int n) { sum += n; return sum; }", "shared-state", 2);
    }

    @Test
    void a_clock_of_its_own_is_found() {
        assertLint("long run() { return System.nanoTime(); }", "own-clock", 1);
    }

    @Test
    void blocking_in_the_common_pool_is_found() {
        assertLint(
                """
                import java.util.concurrent.CompletableFuture;
                int run() {
                    return CompletableFuture.supplyAsync(() -> {
                        try { Thread.sleep(5); } catch (InterruptedException e) { }
                        return 1;
                    }).join();
                }
                """,
                "blocking-in-common-pool",
                3);
    }

    @Test
    void a_loop_that_repeats_the_same_is_found() {
        assertLint(
                """
                double x = 2;
                double run() {
                    double sum = 0;
                    for (int i = 0; i < 1000; i++) {
                        sum += Math.log(x);
                    }
                    return sum;
                }
                """,
                "own-loop",
                4);
        assertThat(
                        rules(
                                "long run(int n) { long s = 0; for (int i = 0; i < n; i++) { s = 31"
                                        + " * s + 1; } return s; }"))
                .isEmpty();
        assertThat(
                        rules(
                                "int run(int n) { var all = new ArrayList<Thread>(); for (int i ="
                                        + " 0; i < n; i++) { all.add(new Thread()); } return"
                                        + " all.size(); }"))
                .isEmpty();
    }

    @Test
    void a_pool_that_is_made_in_each_call_is_found_and_so_is_its_size() {
        var source =
                """
                int run() throws Exception {
                    try (var pool = Executors.newFixedThreadPool(%s)) {
                        return pool.submit(() -> 1).get();
                    }
                }
                """;

        assertThat(rules(source.formatted("64"))).containsExactly("setup-inside", "thread-count");
        assertThat(rules(source.formatted("Runtime.getRuntime().availableProcessors()")))
                .containsExactly("setup-inside");
    }

    @Test
    void what_changes_its_own_input_is_found() {
        var sort =
                """
                int[] values;
                void setup(int n) { values = new int[n]; }
                int run() { %s java.util.Arrays.sort(%s); return values[0]; }
                """;
        assertThat(rules(sort.formatted("", "values"))).containsExactly("shared-state");
        assertThat(rules(sort.formatted("var own = values.clone();", "own"))).isEmpty();

        var grow = "List<Integer> all = new ArrayList<>();\nint run() { %s all.add(1); return 1; }";
        assertThat(rules(grow.formatted(""))).containsExactly("shared-state");
        assertThat(rules(grow.formatted("all.clear();"))).isEmpty();
    }

    @Test
    void what_is_started_and_not_waited_for_is_found() {
        var source =
                """
                int run(int n) throws Exception {
                    var over = new CountDownLatch(1);
                    Thread.startVirtualThread(() -> { over.countDown(); Thread.yield(); });
                    %s
                    return n;
                }
                """;
        assertLint(source.formatted(""), "leak", 3);
        assertThat(rules(source.formatted("over.await();"))).isEmpty();
        assertThat(
                        rules(
                                "int run(int n) { CompletableFuture.runAsync(() -> hashCode());"
                                        + " return n; }"))
                .containsExactly("leak");
    }

    @Test
    void what_prints_is_found() {
        assertThat(rules("int run(int n) { System.out.println(n); return n; }"))
                .containsExactly("output");
        assertThat(rules("int run(int n) { return String.valueOf(n).length(); }")).isEmpty();
    }

    @Test
    void a_parallel_stream_that_waits_is_found() {
        var source =
                """
                import java.util.concurrent.locks.LockSupport;
                import java.util.stream.IntStream;
                int run(int n) {
                    return IntStream.range(0, n)%s
                            .map(i -> { LockSupport.parkNanos(1000); return i; })
                            .sum();
                }
                """;
        assertThat(rules(source.formatted(".parallel()")))
                .containsExactly("blocking-in-common-pool");
        assertThat(rules(source.formatted(""))).isEmpty();
    }

    @Test
    void a_version_that_handles_requests_needs_no_import_and_returns_nothing() {
        var compiled = compile("void run(Request request) { request.call(); request.done(); }");

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.lints()).isEmpty();
        assertThat(compiled.entry()).isEqualTo(new Entry("Version", "run", true));
        assertThat(compile("int run(int n, Request request) { return n; }").errors())
                .first()
                .extracting(Remark::message)
                .isEqualTo("What takes a Request takes nothing else.");
        assertThat(compile("class Request {}\nint run() { return hashCode(); }").errors())
                .isEmpty();
    }

    @Test
    void a_good_version_has_no_remarks() {
        var compiled =
                compile(
                        """
                        int[] values;
                        void setup(int n) { values = new int[n]; }
                        int run() {
                            int sum = 0;
                            for (int i = 0; i < values.length; i++) {
                                sum += values[i];
                            }
                            return sum;
                        }
                        """);

        assertThat(compiled.lints()).isEmpty();
    }

    private static void assertLint(String source, String rule, int line) {
        var compiled = compile(source);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.lints())
                .anySatisfy(
                        lint -> {
                            assertThat(lint.rule()).isEqualTo(rule);
                            assertThat(lint.line()).isEqualTo(line);
                        });
    }

    private static List<String> rules(String source) {
        var compiled = compile(source);
        assertThat(compiled.errors()).isEmpty();
        return compiled.lints().stream().map(Remark::rule).toList();
    }

    private static Compiled compile(String source) {
        try {
            return Compilation.of(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
