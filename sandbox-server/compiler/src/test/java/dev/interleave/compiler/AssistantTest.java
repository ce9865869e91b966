package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromCompiler.Checked;
import dev.interleave.wire.FromCompiler.Completed;
import dev.interleave.wire.FromCompiler.Documented;
import dev.interleave.wire.FromCompiler.Invoke;
import dev.interleave.wire.FromCompiler.Suggestion;
import dev.interleave.wire.Problem;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Edited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an editor gets while its user types. */
@Timeout(300)
class AssistantTest {

    /** javac is cold here, and the machine may be slow. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private Supervisor supervisor;

    @BeforeEach
    void open() throws IOException {
        open(PATIENT);
    }

    private void open(Duration questionLimit) throws IOException {
        supervisor = new Supervisor(Steps.LIMIT, questionLimit);
        supervisor.open(1);
    }

    @AfterEach
    void close() throws IOException {
        supervisor.close();
    }

    @Test
    void completes_members_of_what_earlier_cells_defined() throws IOException {
        supervisor.run(1, "class Kettle { int litres; void boil() {} } var kettle = new Kettle();");
        assertThat(complete("kettle.|")).contains("litres", "boil()").doesNotContain("reached$");
        assertThat(complete("ket|")).startsWith("kettle");
        assertThat(complete("new Ket|")).contains("Kettle");
    }

    @Test
    void completes_members_of_a_value_that_got_a_name() throws IOException {
        supervisor.run(1, "List.of(\"a\", \"b\")");
        assertThat(complete("$1.str|")).contains("stream()");
    }

    @Test
    void completes_what_stands_before_in_the_same_cell() throws IOException {
        assertThat(
                        complete(
                                """
                                int twice(int n) { return 2 * n; }
                                record Point(int x, int y) {}
                                var names = new ArrayList<String>();
                                names.rem|
                                """))
                .contains("remove(", "removeFirst()");
        assertThat(complete("record Point(int x, int y) {}\nvar p = new Point(1, 2);\np.|"))
                .contains("x()", "y()", "toString()");
        assertThat(complete("int twice(int n) { return 2 * n; }\ntwi|")).contains("twice(");
    }

    @Test
    void completes_in_front_of_lines_that_are_there_already() throws IOException {
        assertThat(complete("String name = \"a\";\nname.len|\nint next = 1;\nnext + 1"))
                .contains("length()");
    }

    @Test
    void completes_in_the_body_of_a_method() throws IOException {
        supervisor.run(1, "int total = 3;");
        assertThat(complete("void m() {\n    String text = \"\";\n    te|")).contains("text");
        assertThat(complete("void m() {\n    tot|\n}")).contains("total");
    }

    @Test
    void completes_in_the_body_of_a_class_and_of_a_lambda() throws IOException {
        assertThat(complete("class Counter { void inc() { cou| } private int count; }"))
                .contains("count");
        assertThat(complete("var names = List.of(\"a\");\nnames.forEach(name -> name.isB|"))
                .contains("isBlank()");
    }

    @Test
    void what_fits_comes_first() throws IOException {
        supervisor.run(1, "String title = \"\"; int total = 3;");
        assertThat(complete("int n = t|").indexOf("total"))
                .isLessThan(complete("int n = t|").indexOf("title"));
        assertThat(complete("Math.abs(t|")).startsWith("total");
        assertThat(complete("String f() { return t| }")).startsWith("title");
    }

    @Test
    void a_suggestion_says_what_it_is() throws IOException {
        Completed completed = completed("int a = 1;\nMath.ma|");
        assertThat(completed.anchor()).isEqualTo("int a = 1;\nMath.".length());
        assertThat(completed.suggestions())
                .contains(new Suggestion("max(", "method", "(int, int) int  +3", "", false));
        assertThat(completed("Thread.State.NE|").suggestions())
                .contains(new Suggestion("NEW", "constant", "Thread.State", "", false));
    }

    @Test
    void completes_types_that_every_cell_knows() throws IOException {
        assertThat(completed("new ReentrantL|").suggestions())
                .contains(
                        new Suggestion(
                                "ReentrantLock", "class", "java.util.concurrent.locks", "", false));
    }

    @Test
    void offers_to_import_types_that_no_cell_knows() throws IOException {
        assertThat(completed("HttpClient client = HttpCl|").suggestions())
                .contains(
                        new Suggestion(
                                "HttpClient",
                                "class",
                                "java.net.http",
                                "java.net.http.HttpClient",
                                false));
        assertThat(completed("Entry|").suggestions().stream().map(Suggestion::imported))
                .contains("java.util.Map.Entry");
    }

    @Test
    void completes_the_names_of_imports() throws IOException {
        assertThat(complete("import java.ne|")).containsExactly("net");
        assertThat(complete("import java.net.http.HttpCl|")).containsExactly("HttpClient");
    }

    @Test
    void says_nothing_in_comments_and_strings() throws IOException {
        assertThat(complete("// Mat|")).isEmpty();
        assertThat(complete("String s = \"Mat|\";")).isEmpty();
    }

    @Test
    void documents_a_call_at_its_bracket_and_its_commas() throws IOException {
        assertThat(document("Math.max(|").signatures())
                .hasSize(4)
                .allMatch(
                        signature -> signature.startsWith(signature.split(" ")[0] + " Math.max("));
        assertThat(document("int f(int a, String b) { return 1; }\nf(1, |)").signatures())
                .containsExactly("int f(int a, String b)");
        assertThat(document("Math.max(2.5, |").signatures().getFirst())
                .startsWith("double Math.max(double");
        assertThat(document("new Thread(|").signatures()).anyMatch(s -> s.startsWith("Thread("));
    }

    @Test
    void documents_names() throws IOException {
        supervisor.run(1, "var sizes = new ArrayList<Integer>();");
        assertThat(document("siz|es.size()").signatures())
                .containsExactly("ArrayList<Integer> sizes");
        assertThat(document("sizes.si|ze()").signatures()).containsExactly("int ArrayList.size()");
        assertThat(document("var half = 1 / 2.0;\nhal|f").signatures())
                .containsExactly("double half");
        assertThat(document("sizes.add|").signatures()).hasSizeGreaterThan(1);
    }

    @Test
    void tells_the_documentation_of_the_jdk_where_its_sources_are() throws IOException {
        Path sources = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        Documented documented = document("Math.a|bs(1)");
        if (Files.exists(sources)) {
            assertThat(documented.signatures()).containsExactly("int Math.abs(int a)");
            assertThat(documented.text()).contains("absolute value").doesNotContain("<", "{@");
        } else {
            assertThat(documented.signatures()).containsExactly("int Math.abs(int)");
        }
    }

    @Test
    void finds_problems_without_running_anything() throws IOException {
        supervisor.run(1, "int known = 1;");
        assertThat(check("int a = known;\nvar b = List.of(a);\nString s = b.get(0);\nfoo(s);"))
                .containsExactly(
                        new Problem(
                                true,
                                3,
                                12,
                                3,
                                20,
                                "incompatible types: java.lang.Integer cannot be converted to"
                                        + " java.lang.String"),
                        new Problem(
                                true,
                                4,
                                1,
                                4,
                                4,
                                "cannot find symbol\n  symbol:   method foo(java.lang.String)"));
    }

    @Test
    void a_cell_that_runs_has_no_problems() throws IOException {
        String cell =
                """
                import java.util.concurrent.locks.*;
                record Job(int id) {}
                int count = 0;
                static final int MAX = 3;
                void work(Job job) { count += job.id(); later.add(job); }
                List<Job> later = new ArrayList<>();
                var lock = new ReentrantLock();
                Runnable bump = () -> count++;
                for (int i = 0; i < MAX; i++) work(new Job(i));
                while (true) { break; }
                lock.lock();
                try { bump.run(); } finally { lock.unlock(); }
                var sizes = Stream.of("a", "b").map(String::length).toList();
                int[] numbers = {1, 2};
                sizes.get(0) + numbers[0]
                """;
        assertThat(check(cell)).isEmpty();
        assertThat(check(cell + "int wrong = sizes;")).hasSize(1);
    }

    @Test
    void before_anything_has_run_other_cells_may_define_what_is_missing() throws IOException {
        assertThat(check("int a = missing(1) + Other.NAME;\nString s = 2;"))
                .singleElement()
                .matches(problem -> problem.line() == 2);
        supervisor.run(1, "1");
        assertThat(check("int a = missing(1);")).hasSize(1);
    }

    @Test
    void a_syntax_error_is_the_only_problem() throws IOException {
        List<Problem> problems = check("int a = 1;\nint b = (2;\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().line()).isEqualTo(2);
    }

    @Test
    void what_a_method_lacks_may_come_later() throws IOException {
        supervisor.run(1, "int ran = 1;");
        assertThat(check("int f() { return g(); }"))
                .singleElement()
                .matches(problem -> !problem.error());
    }

    @Test
    void names_of_earlier_cells_and_of_values_are_known() throws IOException {
        supervisor.run(1, "record Point(int x, int y) {} var p = new Point(1, 2);");
        supervisor.run(1, "p.x() + 1");
        assertThat(check("int sum = p.y() + $3;\nPoint q = p;")).isEmpty();
        assertThat(check("p.z()")).hasSize(1);
    }

    @Test
    void what_costs_too_much_is_given_up_and_the_next_question_is_answered() throws IOException {
        supervisor.close();
        open(Assistant.LIMIT);
        String nested = "Stream.of(1).map(a -> ".repeat(25) + "a" + ")".repeat(25);
        assertThat(check("var v = " + nested + ";")).isEmpty();
        String doubled = "final String s0 = \"0123456789\";\n";
        for (int i = 1; i < 40; i++) {
            doubled += "final String s%d = s%d + s%d;\n".formatted(i, i - 1, i - 1);
        }
        assertThat(check(doubled)).isEmpty();
        List<String> next = complete("Math.ab|");
        while (next.isEmpty()) {
            next = complete("Math.ab|");
        }
        assertThat(next).contains("abs(");
    }

    @Test
    void a_front_end_at_work_has_no_time() throws IOException {
        supervisor.send(new ToCompiler.Evaluate(1, 1, "1 + 1"));
        supervisor.untilUnanswered(Invoke.class::isInstance);
        assertThat(complete("Math.|")).isEmpty();
        supervisor.send(new ToCompiler.Drop(1));
    }

    @Test
    void a_file_knows_what_it_imports_and_the_files_beside_it_and_nothing_of_the_session()
            throws IOException {
        supervisor.run(1, "int total = 3; class Kettle {}");
        String file =
                """
                import java.util.concurrent.locks.ReentrantLock;

                public class Greeter {
                    private final ReentrantLock lock = new ReentrantLock();

                    public String greet(String name) {
                        List<String> all = null;
                        String wrong = Words.count();
                        int total;
                        return name + total;
                    }
                }
                """;
        assertThat(checkFile(file))
                .extracting(problem -> problem.line() + " " + problem.message().lines().findFirst())
                .containsExactly(
                        "7 Optional[cannot find symbol]",
                        "8 Optional[incompatible types: int cannot be converted to"
                                + " java.lang.String]",
                        "10 Optional[variable total might not have been initialized]");
        assertThat(checkFile(file.replace("Greeter", "Other")).getFirst().message())
                .contains("should be declared in a file named Other.java");
    }

    @Test
    void completes_in_a_file() throws IOException {
        supervisor.run(1, "class Kettle {}");
        String file =
                """
                import java.util.*;

                public class Greeter {
                    private int greetings;

                    public String greet(String name) {
                        §
                    }
                }
                """;
        assertThat(completeFile(file.replace("§", "name.isB|")))
                .extracting(Suggestion::text)
                .containsExactly("isBlank()");
        assertThat(completeFile(file.replace("§", "Words.co|")))
                .extracting(Suggestion::text)
                .containsExactly("count()");
        assertThat(completeFile(file.replace("§", "gre|")))
                .extracting(Suggestion::text)
                .startsWith("greetings", "greet(");
        assertThat(completeFile(file.replace("§", "Wor|")))
                .extracting(Suggestion::text)
                .contains("Words");
        assertThat(completeFile(file.replace("§", "Kett|"))).isEmpty();
        assertThat(completeFile(file.replace("§", "Displ|")))
                .extracting(Suggestion::imported)
                .noneMatch(type -> type.startsWith("dev.interleave"));
        assertThat(completeFile(file.replace("§", "new ArrayLis|")))
                .contains(new Suggestion("ArrayList", "class", "java.util", "", false));
        Suggestion lock =
                new Suggestion(
                        "ReentrantLock",
                        "class",
                        "java.util.concurrent.locks",
                        "java.util.concurrent.locks.ReentrantLock",
                        false);
        assertThat(completeFile(file.replace("§", "new ReentrantL|"))).contains(lock);
        assertThat(completeFile(file.replace("    private", "    ReentrantL|\n\n    private")))
                .contains(lock);
        assertThat(completeFile("import java.util.concurrent.lo|\n" + file))
                .extracting(Suggestion::text)
                .contains("locks");
    }

    @Test
    void documents_in_a_file() throws IOException {
        String file = "class Greeter { int n = Words.co|unt(); }";
        int offset = file.indexOf('|');
        supervisor.send(new ToCompiler.Document(1, 9, greeter(file.replace("|", "")), offset));
        Documented found = (Documented) supervisor.until(Documented.class::isInstance).getLast();
        assertThat(found.signatures()).containsExactly("int Words.count()");
    }

    private List<Suggestion> completeFile(String marked) throws IOException {
        int offset = marked.indexOf('|');
        String text = marked.replace("|", "").replace("§", "");
        supervisor.send(new ToCompiler.Complete(1, 5, greeter(text), offset));
        return ((Completed) supervisor.until(Completed.class::isInstance).getLast()).suggestions();
    }

    private List<Problem> checkFile(String text) throws IOException {
        supervisor.send(new ToCompiler.Check(1, 6, greeter(text)));
        return ((Checked) supervisor.until(Checked.class::isInstance).getLast()).problems();
    }

    private static Edited greeter(String text) {
        String words = "class Words { static int count() { return 1; } int wrong = true; }";
        return new Edited(
                "Greeter.java", text, List.of(new Edited("Words.java", words, List.of())));
    }

    private List<String> complete(String marked) throws IOException {
        return completed(marked).suggestions().stream().map(Suggestion::text).toList();
    }

    private Completed completed(String marked) throws IOException {
        int offset = marked.indexOf('|');
        supervisor.send(
                new ToCompiler.Complete(1, 5, Edited.cell(marked.replace("|", "")), offset));
        return (Completed) supervisor.until(Completed.class::isInstance).getLast();
    }

    private Documented document(String marked) throws IOException {
        int offset = marked.indexOf('|');
        supervisor.send(
                new ToCompiler.Document(1, 9, Edited.cell(marked.replace("|", "")), offset));
        return (Documented) supervisor.until(Documented.class::isInstance).getLast();
    }

    private List<Problem> check(String source) throws IOException {
        supervisor.send(new ToCompiler.Check(1, 6, Edited.cell(source)));
        return ((Checked) supervisor.until(Checked.class::isInstance).getLast()).problems();
    }
}
