package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<Integer> places = new ArrayList<>();

    @Test
    void the_first_one_does_not_wait() throws InterruptedException {
        var first = turns.enter(places::add);

        assertThat(first.await()).isTrue();
        assertThat(places).isEmpty();
    }

    @Test
    void others_hear_how_many_are_before_them() throws InterruptedException {
        var first = turns.enter(_ -> {});
        var second = turns.enter(_ -> {});
        var third = turns.enter(places::add);

        first.close();
        assertThat(second.await()).isTrue();
        second.close();

        assertThat(third.await()).isTrue();
        assertThat(places).containsExactly(2, 1);
    }

    @Test
    void who_gives_up_lets_the_others_move_up() throws InterruptedException {
        var first = turns.enter(_ -> {});
        var second = turns.enter(_ -> {});
        var third = turns.enter(places::add);

        second.giveUp();
        first.close();

        assertThat(second.await()).isFalse();
        assertThat(third.await()).isTrue();
        assertThat(places).containsExactly(2, 1);
    }

    @Test
    void who_measures_does_not_give_up() throws InterruptedException {
        var first = turns.enter(_ -> {});

        first.giveUp();

        assertThat(first.await()).isTrue();
    }
}
