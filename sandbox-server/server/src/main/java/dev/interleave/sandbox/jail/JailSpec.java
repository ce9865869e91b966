package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Profile;

/**
 * What to start.
 *
 * @param name for people: in messages and logs, letters, digits and dashes
 * @param role what the JVM is for
 * @param profile the lesson's switches, which become JVM flags and the class path
 * @param limits what the jail may use
 */
public record JailSpec(String name, Role role, Profile profile, JailLimits limits) {

    /** With the limits that the role has by default. */
    public JailSpec(String name, Role role, Profile profile) {
        this(name, role, profile, JailLimits.of(role, profile));
    }
}
