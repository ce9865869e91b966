package dev.interleave.web.review;

import dev.interleave.web.language.Texts;
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
    static Map<String, String> of(Schedule schedule, Instant now, Texts texts) {
        var words = new LinkedHashMap<String, String>();
        for (var rating : Rating.values()) {
            words.put(
                    rating.name().toLowerCase(Locale.ROOT),
                    words(schedule.interval(rating, now), texts));
        }
        return words;
    }

    /** A time in the unit that fits, rounded. */
    static String words(Duration time, Texts texts) {
        var minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        if (minutes < 60) {
            return texts.t(minutes == 1 ? "{0} minute" : "{0} minutes", minutes);
        }
        var hours = Math.round(minutes / 60.0);
        if (hours < 24) {
            return texts.t(hours == 1 ? "{0} hour" : "{0} hours", hours);
        }
        var days = Math.round(minutes / 1440.0);
        if (days < DAYS_IN_DAYS) {
            return texts.t(days == 1 ? "{0} day" : "{0} days", days);
        }
        var months = Math.round(days / DAYS_OF_A_MONTH);
        if (months < MONTHS_IN_MONTHS) {
            return texts.t(months == 1 ? "{0} month" : "{0} months", months);
        }
        var years = Math.round(months / 12.0);
        return texts.t(years == 1 ? "{0} year" : "{0} years", years);
    }
}
