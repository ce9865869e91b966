package dev.interleave.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LintLessonsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    /** A rule stands first in its line, or after the side that it is about. */
    private static final Pattern RULE =
            Pattern.compile("(?m)(?:^\\s+|side, )\"([a-z]+-[a-z-]+|leak|output)\",");

    @Test
    void the_place_that_explains_a_rule_is_there() {
        assertThat(LintLessons.all())
                .allSatisfy(
                        (_, place) -> {
                            var parts = place.split("#");
                            assertThat(lesson(parts[0]))
                                    .containsPattern("(?m)^\\[#" + parts[1] + "[],]");
                        });
    }

    @Test
    void every_rule_that_is_documented_is_explained_by_a_lesson() throws IOException {
        var text = Files.readString(ROOT.resolve("docs/comparing.md"));
        var lints = text.substring(text.indexOf("## Lints"), text.indexOf("## What it is worth"));

        assertThat(LintLessons.all().keySet()).isEqualTo(found(ROW, lints));
    }

    @Test
    void every_rule_that_is_told_is_documented() throws IOException {
        var sandbox = ROOT.resolve("sandbox-server");
        var told = new TreeSet<String>();
        for (var folder :
                new String[] {
                    "measurer/src/main/java/dev/interleave/measurer/compile",
                    "server/src/main/java/dev/interleave/sandbox/bench"
                }) {
            try (var files = Files.list(sandbox.resolve(folder))) {
                for (var file : files.toList()) {
                    told.addAll(found(RULE, Files.readString(file)));
                }
            }
        }

        assertThat(told).isEqualTo(new TreeSet<>(LintLessons.all().keySet()));
    }

    private static Set<String> found(Pattern pattern, String text) {
        var all = new TreeSet<String>();
        pattern.matcher(text).results().forEach(result -> all.add(result.group(1)));
        return all;
    }

    private static String lesson(String id) {
        try {
            return Files.readString(ROOT.resolve("lessons/en").resolve(id + ".adoc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
