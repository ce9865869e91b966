package dev.interleave.lessons.build;

import java.util.List;
import org.asciidoctor.ast.Document;

/** Reads which profile of the sandbox the cells of a lesson run with. */
final class ProfileReader {

    private static final String DEFAULT = "default";

    /** What the sandbox offers, which the converter does not have beside it. */
    static final List<String> KNOWN =
            List.of(
                    DEFAULT,
                    "no-preview",
                    "one-carrier",
                    "small-heap",
                    "continuations",
                    "processes");

    private ProfileReader() {}

    static String read(Source source, Document document) {
        var profile = String.valueOf(document.getAttribute("profile", DEFAULT));
        if (!KNOWN.contains(profile)) {
            source.problem(
                    source.lineOf(":profile:"),
                    "There is no profile \"%s\"; known are: %s."
                            .formatted(profile, String.join(", ", KNOWN)));
        }
        return profile;
    }
}
