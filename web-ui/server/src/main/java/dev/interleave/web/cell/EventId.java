package dev.interleave.web.cell;

import java.util.Optional;

/**
 * The id of an event as the browser gets it and gives it back after a dropped connection.
 *
 * @param log names the log that numbered it; after a restart of the server there is another one
 */
record EventId(String log, long number) {

    /** Reads {@code LOG-NUMBER}; empty when it is anything else, or null. */
    static Optional<EventId> parse(String text) {
        if (text == null || !text.matches("\\w{1,40}-\\d{1,18}")) {
            return Optional.empty();
        }
        var dash = text.indexOf('-');
        return Optional.of(
                new EventId(text.substring(0, dash), Long.parseLong(text.substring(dash + 1))));
    }

    @Override
    public String toString() {
        return log + "-" + number;
    }
}
