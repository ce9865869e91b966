package dev.interleave.measurer.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are written for JMH: they are measured as they are, or told what to change. */
class JmhBenchmarkTest {

    /** What is around the methods of a benchmark, on the first line. */
    private static final String FILE =
            "package bench; import java.util.*; import java.util.concurrent.*; import"
                    + " org.openjdk.jmh.annotations.*; import org.openjdk.jmh.infra.Blackhole;"
                    + " @BenchmarkMode(Mode.AverageTime) @OutputTimeUnit(TimeUnit.NANOSECONDS)"
                    + " @Warmup(iterations = 5) @Measurement(iterations = 5) @Fork(2)"
                    + " @State(Scope.Benchmark) public class MyBenchmark {\n%s\n}";

    @Test
    void a_whole_benchmark_is_a_version() {
        var compiled =
                compile(
                        """
                        @State(Scope.Thread)
                        public static class Input {
                            @Param("100") int size;
                            int[] values;
                            @Setup public void fill() { values = new int[size]; }
                        }
                        @Param("7") int factor;
                        @Benchmark public void sum(Input input, Blackhole hole) {
                            int sum = 0;
                            for (int value : input.values) { sum += value * factor; }
                            hole.consume(sum);
                        }
                        @TearDown public void end() {}
                        public static void main(String[] args) throws Exception {
                            new org.openjdk.jmh.runner.Runner(
                                    new org.openjdk.jmh.runner.options.OptionsBuilder().build()).run();
                        }
                        """);

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.lints()).isEmpty();
        assertThat(compiled.entry()).isEqualTo(new Entry("bench.MyBenchmark", "sum"));
    }

    @Test
    void of_several_benchmarks_one_has_to_be_chosen() {
        assertThat(
                        error(
                                "@Benchmark public int a() { return hashCode(); } @Benchmark public"
                                        + " int b() { return hashCode() + 1; }"))
                .isEqualTo(
                        "@Benchmark marks a(), b(): a version is one of them. Make a file for each,"
                                + " with the others' @Benchmark taken away, and compare these.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    @Setup(Level.Invocation) public void fill() {}             | Level.Invocation
                    @Setup(Level.Iteration) public void fill() {}              | Level.Iteration
                    @Setup public void fill(Blackhole hole) {}                 | @Setup takes nothing, or n
                    @Group("g") public void other() {}                         | @Group is not measured
                    @GroupThreads(3) public void other() {}                    | @GroupThreads is not measured
                    @Threads(4) public void other() {}                         | @Threads is not measured
                    @OperationsPerInvocation(10) public void other() {}        | figures are for a call
                    @State(Scope.Thread) public class Inner {}                 | has to be static
                    """)
    void what_cannot_be_done_here_is_an_error_and_says_what_to_do(String part, String words) {
        var compiled = compile("@Benchmark public int run() { return hashCode(); }\n" + part);

        assertThat(compiled.classes()).isEmpty();
        assertThat(compiled.errors()).hasSize(1);
        assertThat(compiled.errors().getFirst().message()).contains(words);
        assertThat(compiled.errors().getFirst().line()).isEqualTo(3);
    }

    @Test
    void what_is_no_state_cannot_be_given() {
        assertThat(error("@Benchmark public int run(List<String> all) { return all.size(); }"))
                .contains("wants what nobody can give it");
    }

    @Test
    void of_several_values_of_a_parameter_the_first_is_taken_and_that_is_told() {
        var lints =
                compile(
                                "@Param({\"10\", \"100\"}) int size;\n@Benchmark public int run() {"
                                        + " return size + hashCode(); }")
                        .lints();

        assertThat(lints).extracting(Remark::rule).containsExactly("first-param");
        assertThat(lints.getFirst().message()).contains("10", "Change their order");
    }

    /** The ten classic mistakes, each as somebody writes it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1  | double x = Math.PI; @Benchmark public void log() { Math.log(x); }                                             | dead-code
                    1  | double x = Math.PI; @Benchmark public void log(Blackhole hole) { Math.log(x); }                               | dead-code
                    1  | double x = 2; @Benchmark public double log() { double unused = Math.log(x); return x; }                       | dead-code
                    2  | @Benchmark public double log() { return Math.log(Math.PI); }                                                  | constant-input
                    3  | final double x = 3; @Benchmark public double log() { return Math.log(x); }                                    | constant-input
                    4  | int x = 1; int y = 2; @Benchmark public int reps() { int s = 0; for (int i = 0; i < 1000; i++) { s += x + y; } return s; } | own-loop
                    5  | int x; @Benchmark public int next() { return x++; }                                                           | shared-state
                    5  | int[] a = {3, 1, 2}; @Benchmark public int[] sort() { Arrays.sort(a); return a; }                              | shared-state
                    6  | @Benchmark public int pool() throws Exception { try (var p = Executors.newFixedThreadPool(8)) { return p.submit(() -> 1).get(); } } | setup-inside
                    7  | @Benchmark public long time() { long t = System.nanoTime(); return System.nanoTime() - t; }                   | own-clock
                    8  | int x = 3; @Benchmark public int start() { CompletableFuture.runAsync(() -> hashCode()); return x; }           | leak
                    9  | int x = 1; @Benchmark public int print() { System.out.println(x); return x; }                                 | output
                    10 | @Fork(0) @Benchmark public int run() { return hashCode(); }                                                   | own-settings
                    10 | @Warmup(iterations = 0) @Benchmark public int run() { return hashCode(); }                                    | own-settings
                    """)
    void each_of_the_ten_classic_mistakes_is_found(int number, String method, String rule) {
        assertThat(number).isBetween(1, 10);
        var compiled = compile(method);

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.lints()).extracting(Remark::rule).contains(rule);
    }

    /** The same done right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    double x = Math.PI; @Benchmark public double log() { return Math.log(x); }
                    double x = Math.PI; @Benchmark public void log(Blackhole hole) { hole.consume(Math.log(x)); }
                    int[] a = {3, 1, 2}; @Benchmark public int[] sort() { int[] b = a.clone(); Arrays.sort(b); return b; }
                    int[] a = {3, 1, 2}; @Benchmark public void each(Blackhole hole) { for (int x : a) { hole.consume(x * 31); } }
                    @State(Scope.Thread) public static class S { int x = 5; } @Benchmark public int read(S s) { return s.x * 31; }
                    """)
    void what_is_done_right_has_no_remarks(String method) {
        var compiled = compile(method);

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.lints()).isEmpty();
    }

    private static String error(String methods) {
        List<Remark> errors = compile(methods).errors();
        assertThat(errors).hasSize(1);
        return errors.getFirst().message();
    }

    private static Compiled compile(String methods) {
        try {
            return Compilation.of(FILE.formatted(methods));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
