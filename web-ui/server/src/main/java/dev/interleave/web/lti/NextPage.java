package dev.interleave.web.lti;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a list goes on that a platform gives in pages, by the header {@code Link} (RFC 8288). */
final class NextPage {

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:next\\b|\"(?:[^\"]* )?next(?: [^\"]*)?\")");

    private NextPage() {}

    /**
     * The address of the page after this one; empty if it is the last.
     *
     * @throws IllegalArgumentException if that is no address
     */
    static Optional<URI> after(URI page, HttpHeaders headers) {
        for (var line : headers.allValues("Link")) {
            var links = LINK.matcher(line);
            while (links.find()) {
                if (NEXT.matcher(links.group(2)).find()) {
                    return Optional.of(page.resolve(links.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
