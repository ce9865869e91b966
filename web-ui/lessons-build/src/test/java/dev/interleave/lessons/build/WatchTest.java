package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchTest {

    @TempDir Path temp;

    @Test
    void tells_what_was_built_and_ends_with_its_input() throws Exception {
        var course = new CourseFolder(temp);
        var input = new PipedInputStream();
        var output = new PipedInputStream();
        var inputEnd = new PipedOutputStream(input);
        try (var out =
                        new PrintStream(
                                new PipedOutputStream(output), true, StandardCharsets.UTF_8);
                var told =
                        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            var watch =
                    new FutureTask<Void>(
                            () -> {
                                new Watch(course.build(), input, out).run();
                                return null;
                            });
            Thread.ofPlatform().daemon().start(watch);

            assertThat(untilReady(told))
                    .extracting(line -> line.get("event").asText())
                    .containsExactly("lesson", "course", "ready");

            course.lesson("Other text.\n");
            var change = untilReady(told);
            assertThat(change)
                    .extracting(line -> line.get("event").asText())
                    .containsExactly("lesson", "ready");
            assertThat(change.getFirst().get("language").asText()).isEqualTo("en");
            assertThat(change.getFirst().get("id").asText()).isEqualTo("one");

            course.lesson("== No id\n");
            var broken = untilReady(told);
            var problem = broken.getFirst();
            assertThat(problem.get("event").asText()).isEqualTo("problem");
            assertThat(problem.get("file").asText()).isEqualTo("en/one.adoc");
            assertThat(problem.get("line").asInt()).isEqualTo(5);
            assertThat(broken.getLast().get("problems").asInt()).isEqualTo(1);

            inputEnd.close();
            watch.get();
        }
    }

    private static List<JsonNode> untilReady(BufferedReader told) throws IOException {
        var lines = new ArrayList<JsonNode>();
        do {
            lines.add(Json.MAPPER.readTree(told.readLine()));
        } while (!lines.getLast().get("event").asText().equals("ready"));
        return lines;
    }
}
