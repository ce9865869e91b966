package dev.interleave.web.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cell shows, so that a page can have it: markup cleaned, pictures that are pictures.
 * Everything else is its words, as plain output.
 */
final class SafeOutput {

    private static final Logger LOG = LoggerFactory.getLogger(SafeOutput.class);

    /** Characters; cleaning writes some signs as several. */
    private static final int LONGEST = 1 << 20;

    private SafeOutput() {}

    static CellEvent of(CellEvent event) {
        return event instanceof Shown shown ? of(shown) : event;
    }

    private static CellEvent of(Shown shown) {
        try {
            var safe =
                    switch (shown.form()) {
                        case MARKUP -> SafeMarkup.of(shown.content());
                        case IMAGE -> SafePicture.of(shown.content());
                    };
            if (!safe.isEmpty() && safe.length() <= LONGEST) {
                return new Shown(shown.form(), safe, shown.inWords());
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("What a cell showed could not be made safe", e);
        }
        return new Output(false, shown.inWords() + "\n", null);
    }
}
