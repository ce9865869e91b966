package dev.interleave.web.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the converter says, in its own words, from a process of its own. */
@Timeout(300)
class LessonWatchTest {

    private static final String CONVERTER =
            """
            void main() throws Exception {
                IO.println("{\\"event\\":\\"lesson\\",\\"language\\":\\"en\\",\\"id\\":\\"a\\"}");
                IO.println("{\\"event\\":\\"course\\"}");
                IO.println("what nobody understands");
                IO.println("{\\"event\\":\\"problem\\",\\"file\\":\\"en/a.adoc\\",\\"line\\":3,"
                        + "\\"message\\":\\"No title.\\"}");
                IO.println("{\\"event\\":\\"ready\\",\\"problems\\":1}");
                System.in.readAllBytes();
            }
            """;

    @TempDir Path folder;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void what_was_built_and_what_is_wrong_is_heard_in_order() throws Exception {
        var program = Files.writeString(folder.resolve("Converter.java"), CONVERTER);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        try (var _ = new LessonWatch(List.of(java, program.toString()), listener())) {
            assertThat(heard.take()).isEqualTo("lesson a");
            assertThat(heard.take()).isEqualTo("course");
            assertThat(heard.take()).isEqualTo("lessons/en/a.adoc:3: No title.");
        }
    }

    private LessonWatch.Listener listener() {
        return new LessonWatch.Listener() {
            @Override
            public void lesson(String id) {
                heard.add("lesson " + id);
            }

            @Override
            public void course() {
                heard.add("course");
            }

            @Override
            public void problem(String sentence) {
                heard.add(sentence);
            }
        };
    }
}
