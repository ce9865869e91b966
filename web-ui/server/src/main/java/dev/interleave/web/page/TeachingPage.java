package dev.interleave.web.page;

/** A page of a server with accounts, which names its template. */
public non-sealed interface TeachingPage extends Page {

    Site site();

    /** The file below {@code jte}. */
    String template();
}
