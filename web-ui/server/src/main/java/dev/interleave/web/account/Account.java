package dev.interleave.web.account;

/**
 * Somebody who signs in.
 *
 * @param id of the learner that they are, too
 * @param login in lower case; unique
 * @param name as others read it
 * @param invited whether they have set no password yet, and need one
 * @param blocked whether they cannot sign in
 */
public record Account(
        String id, String login, String name, Role role, boolean invited, boolean blocked) {}
