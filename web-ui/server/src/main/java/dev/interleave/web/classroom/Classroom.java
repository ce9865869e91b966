package dev.interleave.web.classroom;

import dev.interleave.web.account.Role;
import dev.interleave.web.report.HiddenTests;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A class as one person sees it.
 *
 * @param zone in whose time its dates are typed and shown
 * @param keepDays for how many days after it was archived hand-ins are kept; 0 is for ever
 * @param hiddenTests when its learners see what those look at
 * @param role of that person in it: {@code LEARNER}, {@code TUTOR} or {@code INSTRUCTOR}
 * @param learners how many there are
 * @param platform name of the learning platform whose course it is, or null
 */
public record Classroom(
        String id,
        String name,
        String joinCode,
        boolean archived,
        ZoneId zone,
        int keepDays,
        HiddenTests hiddenTests,
        Role role,
        int learners,
        String platform) {

    private static final int MINUTES = "2027-01-31T12:00".length();

    /** A time as a form's field has it; empty for null. */
    public String field(Instant time) {
        return time == null
                ? ""
                : LocalDateTime.ofInstant(time, zone).toString().substring(0, MINUTES);
    }

    /**
     * A time as forms have it; empty where nothing was typed.
     *
     * @throws DateTimeParseException if it is none
     */
    public Optional<Instant> time(String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(typed.strip()).atZone(zone).toInstant());
    }

    /** Whether this person teaches it or helps to. */
    public boolean staff() {
        return role != Role.LEARNER;
    }

    /** Whether this person may change it. */
    public boolean instructor() {
        return role == Role.INSTRUCTOR;
    }
}
