package dev.interleave.web.lti;

import dev.interleave.web.account.Role;

/**
 * What a class would change to have the members that its platform says.
 *
 * @param subject what the platform calls them for ever
 * @param account null if it has to be made
 * @param from null for those who are not in the class
 * @param to null for those who leave it
 */
public record RosterChange(
        What what, String subject, String account, String name, Role from, Role to) {

    /** In the order in which they are shown. */
    public enum What {
        GETS_ACCOUNT,
        JOINS,
        CHANGES_ROLE,
        LEAVES
    }
}
