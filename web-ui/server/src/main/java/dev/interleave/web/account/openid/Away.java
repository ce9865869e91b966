package dev.interleave.web.account.openid;

import java.net.URI;

/**
 * Somebody who was sent to the sign-in service.
 *
 * @param browser by which the browser is known again
 * @param verifier that shows that who redeems the code is who began
 * @param back where the service sends them
 * @param next path to go on with
 * @param links id of the account that is to be linked, or null to sign in
 */
record Away(String browser, String nonce, String verifier, URI back, String next, String links) {}
