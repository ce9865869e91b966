package dev.interleave.web.lti;

/**
 * Somebody who was sent to a platform to be signed in.
 *
 * @param browser by which the browser is known again
 */
record Away(Platform platform, String nonce, String browser) {}
