package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes control groups for jails, all below one group of this server.
 *
 * <p>Threading: any thread may call anything.
 */
interface Cgroups {

    /** Which kind this is, for people. */
    String kind();

    /** The folders that hold the jails' groups. */
    List<Path> parents();

    /** A new group with these limits. */
    CgroupLeaf make(String name, JailLimits limits) throws IOException;
}
