package dev.interleave.web.review;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says how long it is until a card comes back. */
final class Intervals {

    private static final double DAYS_OF_A_MONTH = 30.4375;
    private static final int DAYS_IN_DAYS = 60;
    private static final int MONTHS_IN_MONTHS = 24;

    private Intervals() {}

    /** What each rating would lead to, in words, by the name of the rating. */
    static Map<String, String> of(Schedule schedule, Instant now) {
        var words = new LinkedHashMap<String, String>();
        for (var rating : Rating.values()) {
            words.put(
                    rating.name().toLowerCase(Locale.ROOT), words(schedule.interval(rating, now)));
        }
        return words;
    }

    /** A time in the unit that fits, rounded. */
    static String words(Duration time) {
        var minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        var hours = Math.round(minutes / 60.0);
        if (hours < 24) {
            return counted(hours, "hour");
        }
        var days = Math.round(minutes / 1440.0);
        if (days < DAYS_IN_DAYS) {
            return counted(days, "day");
        }
        var months = Math.round(days / DAYS_OF_A_MONTH);
        return months < MONTHS_IN_MONTHS
                ? counted(months, "month")
                : counted(Math.round(months / 12.0), "year");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
