package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Profile;
import java.util.List;

/**
 * What to start.
 *
 * @param name for people: in messages and logs, letters, digits and dashes
 * @param role what the JVM is for
 * @param profile the lesson's switches, which become JVM flags and the class path
 * @param limits what the jail may use
 * @param settings for the program itself, each a name, an equals sign and a value
 * @param brief whether it ends before the JVM's second compiler pays off; it does without then
 */
public record JailSpec(
        String name,
        Role role,
        Profile profile,
        JailLimits limits,
        List<String> settings,
        boolean brief) {

    /** With the limits that the role has by default, and the program's own settings. */
    public JailSpec(String name, Role role, Profile profile) {
        this(name, role, profile, List.of());
    }

    /** With the limits that the role has by default. */
    public JailSpec(String name, Role role, Profile profile, List<String> settings) {
        this(name, role, profile, JailLimits.of(role, profile), settings, false);
    }

    /** The same, for a short life. */
    public JailSpec asBrief() {
        return new JailSpec(name, role, profile, limits, settings, true);
    }
}
