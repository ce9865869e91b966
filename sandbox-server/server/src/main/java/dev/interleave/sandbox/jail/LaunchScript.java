package dev.interleave.sandbox.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell command that a jail's first process is: it enters the control groups, takes on limits,
 * opens the system call filter, keeps its standard input for bubblewrap, and becomes that. Whatever
 * varies is a parameter and never part of the script; a step that fails ends it.
 */
final class LaunchScript {

    /** The file descriptor on which bubblewrap gets the system call filter. */
    static final int FILTER_DESCRIPTOR = 9;

    /** The file descriptor on which it gets its options. */
    static final int OPTIONS_DESCRIPTOR = 8;

    private static final String TEXT =
            """
            set -e
            filter=$1 files=$2 blocks=$3 kibibytes=$4 groups=$5
            shift 5
            while [ "$groups" -gt 0 ]; do
              echo 0 > "$1"
              shift
              groups=$((groups - 1))
            done
            echo 900 > /proc/self/oom_score_adj
            ulimit -c 0
            ulimit -n "$files"
            ulimit -f "$blocks"
            ulimit -d "$kibibytes"
            ulimit -l 64
            exec "$@" 9< "$filter" 8<&0 < /dev/null
            """;

    private static final int KIB = 1024;
    private static final int BLOCK = 512;

    private LaunchScript() {}

    /** The words of the command that does all this and then becomes {@code command}. */
    static List<String> words(
            Path filter, JailLimits limits, List<Path> groups, List<String> command) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", TEXT, "jail"));
        words.add(filter.toString());
        words.add(Integer.toString(limits.files()));
        words.add(Long.toString(limits.fileBytes() / BLOCK));
        words.add(Long.toString(limits.dataBytes() / KIB));
        words.add(Integer.toString(groups.size()));
        groups.forEach(file -> words.add(file.toString()));
        words.addAll(command);
        return words;
    }
}
