package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The control group of one jail: a folder in version 2, one for each controller in version 1.
 *
 * <p>Threading: any thread may call anything.
 */
abstract class CgroupLeaf implements ProcessGroup {

    private final List<CgroupFolder> folders;

    CgroupLeaf(Collection<CgroupFolder> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Files to which the first process writes "0" to join; the others are born into the group. */
    abstract List<Path> joinFiles();

    /** What this group limits, as its files say. */
    abstract List<Layer> limits() throws IOException;

    /** All folders have the same members, so one of them is enough. */
    @Override
    public List<Long> members() throws IOException {
        return folders.getFirst().members();
    }

    @Override
    public boolean killAllBut(long pid) {
        return folders.getFirst().killAllBut(pid);
    }

    boolean isEmpty() throws IOException {
        for (CgroupFolder folder : folders) {
            if (!folder.members().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean gone() throws IOException {
        boolean gone = true;
        for (CgroupFolder folder : folders) {
            folder.kill();
            gone &= folder.remove();
        }
        return gone;
    }
}
