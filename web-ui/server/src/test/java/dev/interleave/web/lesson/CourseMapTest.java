package dev.interleave.web.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.course.Course;
import dev.interleave.web.page.HomePage.LessonCard;
import dev.interleave.web.page.HomePage.Progress;
import dev.interleave.web.page.HomePage.State;
import dev.interleave.web.progress.Progress.Visited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is done, and where to go on. */
class CourseMapTest {

    private static final Course COURSE =
            new Course(
                    List.of("en"),
                    List.of(
                            new Course.Stage(
                                    "one",
                                    1,
                                    "One",
                                    "",
                                    List.of(entry("a", true), entry("b", true))),
                            new Course.Stage(
                                    "two",
                                    2,
                                    "Two",
                                    "",
                                    List.of(entry("c", true), entry("d", false)))),
                    Map.of());

    @Test
    void a_new_learner_begins_with_the_first_lesson() {
        var map = map(Map.of());

        assertThat(map.continueAt().id()).isEqualTo("a");
        assertThat(map.progress()).isEqualTo(new Progress(0, 3));
        assertThat(states(map))
                .containsExactly(State.UNOPENED, State.UNOPENED, State.UNOPENED, State.ANNOUNCED);
    }

    @Test
    void what_was_begun_last_is_where_to_go_on() {
        var map = map(Map.of("a", visited(2, false, "x"), "c", visited(1, false)));

        assertThat(map.continueAt().id()).isEqualTo("a");
        assertThat(map.continueAt().cellsRun()).isEqualTo(1);
        assertThat(map.continueAt().cells()).isEqualTo(2);
    }

    @Test
    void after_a_lesson_that_is_done_comes_the_next_unopened_one() {
        var map = map(Map.of("a", visited(2, true, "x", "y")));

        assertThat(map.continueAt().id()).isEqualTo("b");
        assertThat(map.progress()).isEqualTo(new Progress(1, 3));
        assertThat(map.stages().getFirst().progress()).isEqualTo(new Progress(1, 2));
        assertThat(map.progress().percent()).isEqualTo(33);
    }

    @Test
    void when_everything_is_done_there_is_nowhere_to_go_on() {
        var done = visited(1, true, "x", "y");

        assertThat(map(Map.of("a", done, "b", done, "c", done)).continueAt()).isNull();
    }

    @Test
    void cells_that_the_author_took_out_do_not_count() {
        var map = map(Map.of("a", visited(1, false, "x", "gone")));

        assertThat(map.continueAt().cellsRun()).isEqualTo(1);
    }

    private static CourseMap map(Map<String, Visited> visited) {
        return CourseMap.of(COURSE, visited, _ -> Set.of("x", "y"));
    }

    private static List<State> states(CourseMap map) {
        return map.stages().stream()
                .flatMap(stage -> stage.lessons().stream())
                .map(LessonCard::state)
                .toList();
    }

    private static Course.Entry entry(String id, boolean written) {
        return new Course.Entry(id, "Title of " + id, "", 5, written);
    }

    private static Visited visited(long at, boolean done, String... ran) {
        return new Visited(Instant.ofEpochSecond(at), done, Set.of(ran));
    }
}
