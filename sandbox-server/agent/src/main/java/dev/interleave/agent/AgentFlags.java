package dev.interleave.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * How the JVM of a session is started.
 *
 * <p>The agent is a named module so that a learner's classes, which live in an unnamed one, cannot
 * reach into it by reflection. {@code ALL-DEFAULT} gives them the modules that they would see on a
 * class path. Native access is for the agent alone; what the JDK's own flag {@code
 * --illegal-native-access=deny} would add is done by the agent as it starts, because that flag
 * costs the archived module graph and with it half of the start.
 */
public final class AgentFlags {

    public static final String MODULE = "dev.interleave.agent";

    private static final String MAIN = MODULE + "/dev.interleave.agent.AgentMain";

    /**
     * Without these the agent does not start. The same ones must be given when training a cache.
     */
    private static final List<String> ACCESS =
            List.of(
                    "--add-modules=ALL-DEFAULT",
                    "--enable-native-access=" + MODULE,
                    "--add-exports=java.base/jdk.internal.access=" + MODULE,
                    "--add-exports=java.base/jdk.internal.misc=" + MODULE,
                    "--add-exports=java.base/jdk.internal.module=" + MODULE,
                    "--add-exports=java.base/jdk.internal.vm=" + MODULE,
                    "--add-exports=java.base/sun.security.jca=" + MODULE);

    private AgentFlags() {}

    /** What every session JVM needs, whatever its limits: to stand before {@link #main}. */
    public static List<String> access() {
        return ACCESS;
    }

    /**
     * The end of the command line.
     *
     * @param jar path of this jar as the JVM sees it
     * @param socket path of the socket that the supervisor listens on, as the JVM sees it
     * @param limits settings such as {@code outputBytes=8388608} for what the agent limits itself;
     *     see {@link AgentLimits} for names and defaults
     */
    public static List<String> main(String jar, String socket, String... limits) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--module-path=" + jar);
        arguments.add("--module=" + MAIN);
        arguments.add(socket);
        arguments.addAll(List.of(limits));
        return List.copyOf(arguments);
    }
}
