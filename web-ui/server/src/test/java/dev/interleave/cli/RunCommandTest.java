package dev.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.TestApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run}, in a process of its own as the launcher starts it, with cells in real jails. */
@Timeout(300)
class RunCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path work;

    @BeforeAll
    static void lay_out_the_program() throws IOException {
        TestApp.in(work.resolve("app"));
    }

    @Test
    void cells_share_a_session_and_each_ends_once() throws Exception {
        var file =
                file(
                        "cells.jsh",
                        """
                        int a = 20;
                        System.out.println("größer");
                        // ---
                        int b = "no";
                        // ---
                        throw new IllegalStateException("boo");
                        // ---
                        System.exit(3);
                        // ---
                        1 + 1
                        """);

        var outcome = run("--json", file);

        assertThat(outcome.status()).isEqualTo(1);
        var events = outcome.events();
        assertThat(events).allSatisfy(RunCommandTest::hasCellAndTime);
        assertThat(done(events, "cell")).containsExactly("0", "1", "2", "3", "4");
        assertThat(done(events, "status"))
                .containsExactly("ok", "compile-error", "exception", "killed", "ok");
        assertThat(only(events, "stdout").get("text").asText()).isEqualTo("größer\n");
        isAtTheString(only(events, "diagnostic"));
        assertThat(only(events, "exception").get("class").asText())
                .isEqualTo("java.lang.IllegalStateException");
        var value = of(events, "value").getLast();
        assertThat(value.get("cell").asInt()).isEqualTo(4);
        assertThat(value.get("javaType").asText()).isEqualTo("int");
        assertThat(value.get("text").asText()).isEqualTo("2");
    }

    @Test
    void a_cell_that_never_ends_is_ended_in_its_time() throws Exception {
        var outcome = run("--json", "--timeout", "1.5", file("loop.jsh", "while (true) {}"));

        assertThat(outcome.status()).isEqualTo(1);
        var done = only(outcome.events(), "done");
        assertThat(done.get("status").asText()).isEqualTo("timeout");
        assertThat(done.get("limit").asText()).isEqualTo("time");
        assertThat(done.get("message").asText()).isNotEmpty();
    }

    @Test
    void each_file_has_a_session_of_its_own() throws Exception {
        var outcome = run("--json", file("one.jsh", "int x = 1;"), file("two.jsh", "x"));

        assertThat(done(outcome.events(), "status"))
                .as(outcome.out())
                .containsExactly("ok", "compile-error");
        assertThat(done(outcome.events(), "cell")).containsExactly("0", "0");
        assertThat(done(outcome.events(), "file"))
                .containsExactly(path("one.jsh"), path("two.jsh"));
    }

    @Test
    void cells_have_the_profile_that_was_named() throws Exception {
        var file = file("heap.jsh", "Runtime.getRuntime().maxMemory() < (64 << 20)");
        var outcome = run("--json", "--profile", "small-heap", file);
        assertThat(only(outcome.events(), "value").get("text").asText()).isEqualTo("true");
    }

    @Test
    void cells_read_what_is_typed() throws Exception {
        var file = file("input.jsh", "IO.readln().toUpperCase() + IO.readln()");
        var outcome = run("--json", file);
        assertThat(only(outcome.events(), "value").get("text").asText()).isEqualTo("\"TYPEDnull\"");
    }

    @Test
    void a_person_sees_values_as_in_jshell_and_where_the_problem_is() throws Exception {
        var outcome = run(file("person.jsh", "1 + 1\n// ---\n\tint b = \"no\";"));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("$1 ==> 2\n");
        assertThat(outcome.err())
                .contains("person.jsh, cell 2, line 1: error: incompatible types")
                .contains("    \tint b = \"no\";\n    \t        ^^^^\n");
    }

    @Test
    void a_flood_of_output_ends_once_and_only_part_of_it_is_told() throws Exception {
        var file = file("flood.jsh", "while (true) System.out.println(\"flood\".repeat(200));");
        var outcome = run("--json", file);
        assertThat(only(outcome.events(), "done").get("status").asText()).isNotEqualTo("ok");
        assertThat(outcome.out().length()).isBetween(1_000, 8 << 20);
    }

    @Test
    void bad_use_is_said_in_a_sentence() throws Exception {
        assertBadUse("There is no file", path("none.jsh"));
        assertBadUse("Missing required parameter", "--json");
        assertBadUse("--timeout takes seconds", "--timeout", "0", file("a.jsh", "1"));
        assertBadUse("no profile large; known are", "--profile", "large", file("a.jsh", "1"));
    }

    private static void assertBadUse(String message, String... arguments) throws Exception {
        var outcome = run(arguments);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }

    private static void hasCellAndTime(JsonNode event) {
        assertThat(event.get("cell").isInt()).isTrue();
        assertThat(event.get("at").asDouble()).isPositive();
    }

    private static void isAtTheString(JsonNode diagnostic) {
        assertThat(diagnostic.get("severity").asText()).isEqualTo("error");
        assertThat(diagnostic.get("line").asInt()).isEqualTo(1);
        assertThat(diagnostic.get("column").asInt()).isEqualTo(9);
        assertThat(diagnostic.get("endColumn").asInt()).isEqualTo(13);
    }

    private static List<String> done(List<JsonNode> events, String field) {
        return of(events, "done").stream().map(event -> event.get(field).asText()).toList();
    }

    private static JsonNode only(List<JsonNode> events, String type) {
        assertThat(of(events, type)).hasSize(1);
        return of(events, type).getFirst();
    }

    private static List<JsonNode> of(List<JsonNode> events, String type) {
        return events.stream().filter(event -> event.get("type").asText().equals(type)).toList();
    }

    private static String path(String name) {
        return work.resolve(name).toString();
    }

    private static String file(String name, String cells) throws IOException {
        return Files.writeString(work.resolve(name), cells).toString();
    }

    /** Runs in a locale without UTF-8, with a line to read and then the end of input. */
    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dinterleave.root=" + work);
        command.add("-Dinterleave.app=" + work.resolve("app"));
        command.add("-Dinterleave.course=" + work.resolve("course"));
        command.add("-Dinterleave.runtime=" + TestApp.RUNTIME);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.interleave.cli.Main", "run"));
        command.addAll(List.of(arguments));
        var input = Files.writeString(work.resolve("input"), "typed\n");
        var out = Files.createTempFile(work, "out", null);
        var err = Files.createTempFile(work, "err", null);
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        var status = builder.start().waitFor();
        return new Outcome(status, Files.readString(out), Files.readString(err));
    }

    private record Outcome(int status, String out, String err) {

        List<JsonNode> events() throws IOException {
            var events = new ArrayList<JsonNode>();
            for (var line : out.lines().toList()) {
                events.add(JSON.readTree(line.getBytes(StandardCharsets.UTF_8)));
            }
            return events;
        }
    }
}
