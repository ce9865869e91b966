package dev.interleave.web.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How well a learner knew the answer of a card. */
enum Rating {
    AGAIN,
    HARD,
    GOOD,
    EASY;

    /** From 1, {@code AGAIN}, to 4, {@code EASY}. */
    int grade() {
        return ordinal() + 1;
    }

    static Rating of(int grade) {
        return values()[grade - 1];
    }

    /** The rating of a name in lower case. */
    static Optional<Rating> named(String name) {
        return Stream.of(values())
                .filter(rating -> rating.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
