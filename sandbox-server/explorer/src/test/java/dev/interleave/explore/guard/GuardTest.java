package dev.interleave.explore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.explore.corpus.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of the resources are bodies of methods, compiled and never run. */
class GuardTest {

    private static final Path LINES = Path.of("src/test/resources/guard");
    private static final Sources SOURCES =
            new Sources("-cp", System.getProperty("java.class.path"));

    @Test
    void ordinary_code_is_allowed() throws IOException {
        var bodies = Files.readAllLines(LINES.resolve("allowed.txt"));
        assertThat(bodies).hasSizeGreaterThan(5);
        assertThat(Guard.check(compiled(bodies), AllowList.standard())).isEmpty();
    }

    /** Each line is a body and, after a bar, what must be named. */
    @Test
    void what_reaches_beyond_the_submission_is_named() throws IOException {
        var lines =
                Files.readAllLines(LINES.resolve("forbidden.txt")).stream()
                        .map(line -> line.split(" \\| "))
                        .toList();
        var violations =
                Guard.check(
                        compiled(lines.stream().map(line -> line[0]).toList()),
                        AllowList.standard());
        assertThat(lines).hasSizeGreaterThan(15);
        for (var i = 0; i < lines.size(); i++) {
            var className = "Submission" + i;
            assertThat(violations)
                    .as(lines.get(i)[0])
                    .filteredOn(
                            violation -> violation.className().split("\\$")[0].equals(className))
                    .extracting(Violation::what)
                    .contains(lines.get(i)[1]);
        }
    }

    @Test
    void an_exercise_can_allow_its_own_classes() {
        var classes =
                SOURCES.compile(
                        "Submission",
                        "class Submission { Object o = dev.interleave.explore.Settings.DEFAULT; }");
        var allowed = AllowList.standard().and(Set.of("dev.interleave.explore.Settings"));
        assertThat(Guard.check(classes, allowed)).isEmpty();
    }

    @Test
    void what_is_no_class_file_is_refused() {
        assertThat(Guard.check(Map.of("Submission", new byte[] {1, 2}), AllowList.standard()))
                .extracting(Violation::why)
                .containsExactly("it cannot be read");
    }

    private static Map<String, byte[]> compiled(List<String> bodies) {
        var source =
                IntStream.range(0, bodies.size())
                        .mapToObj(
                                i ->
                                        "class Submission%d { static void run() throws Throwable { %s } }"
                                                .formatted(i, bodies.get(i)))
                        .collect(Collectors.joining("\n"));
        return SOURCES.compile("Submission0", source);
    }
}
