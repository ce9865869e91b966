package dev.interleave.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NoteLessonsTest {

    private static final Path LESSONS = Path.of("../../lessons/en");

    @Test
    void the_lesson_of_each_kind_of_note_is_there() {
        assertThat(NoteLessons.all().values())
                .allSatisfy(
                        lesson -> assertThat(LESSONS.resolve(lesson + ".adoc")).isRegularFile());
    }
}
