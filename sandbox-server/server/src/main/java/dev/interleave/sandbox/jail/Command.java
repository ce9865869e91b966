package dev.interleave.sandbox.jail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What starts a jail's first process.
 *
 * @param words its command line, of which the jail can see the end
 * @param options for bubblewrap, which reads them from its standard input: they name folders of the
 *     host, and the command line of bubblewrap can be read in the jail
 */
record Command(List<String> words, List<String> options) {

    /** The options as bubblewrap reads them. */
    byte[] input() {
        StringBuilder text = new StringBuilder();
        options.forEach(option -> text.append(option).append('\0'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
