package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<String> told = new ArrayList<>();
    private final Places places = new Places(2, Runnable::run);

    @Test
    void places_are_given_as_long_as_there_are_some() {
        assertThat(places.ask(waiter("a"))).isTrue();
        assertThat(places.ask(waiter("b"))).isTrue();
        assertThat(places.ask(waiter("c"))).isFalse();
        assertThat(told).containsExactly("c is 1");
        assertThat(places.waiting()).isEqualTo(1);
    }

    @Test
    void who_came_first_goes_first() {
        Places.Waiter first = waiter("first");
        places.ask(first);
        places.ask(waiter("second"));
        places.ask(waiter("third"));
        places.ask(waiter("fourth"));
        told.clear();
        places.leave(first);
        assertThat(told).containsExactly("third goes");
    }

    @Test
    void nobody_jumps_the_line_when_a_place_is_free_for_a_moment() {
        Places.Waiter first = waiter("first");
        places.ask(first);
        places.ask(waiter("second"));
        places.ask(waiter("third"));
        places.leave(first);
        assertThat(places.ask(waiter("late"))).isFalse();
    }

    @Test
    void who_leaves_the_line_takes_no_place_with_it() {
        places.ask(waiter("a"));
        places.ask(waiter("b"));
        Places.Waiter impatient = waiter("impatient");
        places.ask(impatient);
        places.leave(impatient);
        assertThat(places.waiting()).isZero();
        assertThat(places.ask(waiter("next"))).isFalse();
    }

    @Test
    void everybody_hears_where_they_are_after_somebody_moved() {
        Places.Waiter first = waiter("first");
        places.ask(first);
        places.ask(waiter("second"));
        places.ask(waiter("third"));
        places.ask(waiter("fourth"));
        places.ask(waiter("fifth"));
        places.leave(first);
        told.clear();
        places.tellPlaces();
        assertThat(told).containsExactly("fourth is 1", "fifth is 2");
        told.clear();
        places.tellPlaces();
        assertThat(told).isEmpty();
    }

    private Places.Waiter waiter(String name) {
        return new Places.Waiter() {
            @Override
            public void placeGiven() {
                told.add(name + " goes");
            }

            @Override
            public void placeInLine(int place) {
                told.add(name + " is " + place);
            }
        };
    }
}
