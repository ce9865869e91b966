package dev.interleave.web.page;

/** A page that names its template, as all pages of a server with accounts do. */
public non-sealed interface TeachingPage extends Page {

    Site site();

    /** The file below {@code jte}. */
    String template();
}
