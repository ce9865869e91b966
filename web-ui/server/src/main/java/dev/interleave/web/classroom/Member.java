package dev.interleave.web.classroom;

import dev.interleave.web.account.Role;

/**
 * Somebody in a class.
 *
 * @param account id
 * @param section of the class, or empty
 * @param invited whether they have set no password yet
 */
public record Member(
        String account, String login, String name, Role role, String section, boolean invited) {}
