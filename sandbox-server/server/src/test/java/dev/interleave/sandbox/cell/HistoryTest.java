package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Kind;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void what_was_declared_comes_back_in_order() {
        add(Kind.IMPORT, "java.util.*", 20);
        add(Kind.VARIABLE, "a", 20);
        add(Kind.METHOD, "twice(int)", 20);
        assertThat(history.portions().getFirst())
                .extracting(Declared::name)
                .containsExactly("java.util.*", "a", "twice(int)");
    }

    @Test
    void only_variables_are_lost_with_a_jvm_and_made_up_names_are_not_worth_a_word() {
        add(Kind.VARIABLE, "a", 20);
        add(Kind.VARIABLE, "$1", 20);
        add(Kind.TYPE, "Point", 20);
        add(Kind.VARIABLE, "a", 20);
        assertThat(history.forgetVariables()).containsExactly("a");
        assertThat(history.portions().getFirst())
                .extracting(Declared::name)
                .containsExactly("Point");
    }

    @Test
    void a_long_history_comes_in_portions_that_fit_into_a_message() {
        for (int i = 0; i < 100; i++) {
            add(Kind.METHOD, "m" + i + "()", 30_000);
        }
        assertThat(history.portions()).hasSizeBetween(3, 4);
        assertThat(history.portions().stream().flatMap(Collection::stream)).hasSize(100);
    }

    @Test
    void of_a_very_long_history_the_oldest_part_is_forgotten() {
        for (int i = 0; i < 6_000; i++) {
            add(Kind.METHOD, "m" + i + "()", 10);
        }
        assertThat(history.portions().getFirst())
                .hasSize(5_000)
                .first()
                .extracting(Declared::name)
                .isEqualTo("m1000()");
    }

    @Test
    void nothing_declared_is_nothing_to_rebuild() {
        assertThat(history.portions()).isEmpty();
    }

    private void add(Kind kind, String name, int chars) {
        history.add(new Declared("1", kind, name, "x".repeat(chars)));
    }
}
