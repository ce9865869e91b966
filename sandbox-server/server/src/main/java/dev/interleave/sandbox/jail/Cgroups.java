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

    /** The folders that hold the jails' groups. */
    List<Path> parents();

    /** A new group with these limits. */
    CgroupLeaf make(String name, JailLimits limits) throws IOException;

    /**
     * What all jails may use together, in bytes: four fifths of the machine's memory, so that one
     * of them is ended before the kernel has to look for a victim elsewhere.
     */
    static long memoryOfAllJails() throws IOException {
        long kibibytes = new CgroupFolder(Path.of("/proc")).number("meminfo", "MemTotal:");
        return kibibytes * 1024 / 5 * 4;
    }
}
