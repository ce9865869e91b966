package dev.interleave.lessons.build.page;

import java.util.Locale;
import java.util.ResourceBundle;

/** The few words that blocks bring along, in the language of the lesson. */
final class Wording {

    private final ResourceBundle bundle;

    Wording(Locale language) {
        bundle =
                ResourceBundle.getBundle(
                        "dev.interleave.lessons.build.wording",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }
}
