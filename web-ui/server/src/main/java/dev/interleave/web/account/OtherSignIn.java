package dev.interleave.web.account;

/**
 * A service by which people can sign in without a password.
 *
 * @param name as people read it
 * @param source as {@link Identities} has it
 */
public record OtherSignIn(String name, String source) {}
