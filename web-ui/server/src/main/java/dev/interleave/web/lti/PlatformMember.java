package dev.interleave.web.lti;

import dev.interleave.web.account.Role;

/**
 * Somebody in a course, as its platform says.
 *
 * @param subject what the platform calls them for ever
 * @param name empty if the platform does not tell it
 */
record PlatformMember(String subject, String name, Role role) {}
