package dev.interleave.sandbox.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A hierarchy of control groups and this process's place in it.
 *
 * @param unified whether it is version 2
 * @param controllers of version 1; version 2 lists them in a file
 * @param own the folder of the group in which this process is
 */
record CgroupMount(boolean unified, Set<String> controllers, Path own) {

    /**
     * Finds the hierarchies from the texts of {@code /proc/self/mountinfo} and {@code
     * /proc/self/cgroup}.
     */
    static List<CgroupMount> parse(List<String> mountinfo, List<String> selfCgroup) {
        List<CgroupMount> mounts = new ArrayList<>();
        for (String line : mountinfo) {
            String[] halves = line.split(" - ", 2);
            String[] place = halves[0].split(" ");
            String[] type = halves[1].split(" ");
            boolean unified = type[0].equals("cgroup2");
            if (unified || type[0].equals("cgroup")) {
                Set<String> options = new TreeSet<>(Arrays.asList(type[2].split(",")));
                for (String group : selfCgroup) {
                    String[] fields = group.split(":", 3);
                    Set<String> controllers = new TreeSet<>(Arrays.asList(fields[1].split(",")));
                    if (unified ? fields[1].isEmpty() : options.containsAll(controllers)) {
                        Path own = below(Path.of(place[4]), place[3], fields[2]);
                        mounts.add(new CgroupMount(unified, controllers, own));
                    }
                }
            }
        }
        return mounts;
    }

    /** A container may see only a part of the hierarchy, from {@code root} down. */
    private static Path below(Path mountPoint, String root, String group) {
        Path path = Path.of(group);
        Path relative = path.startsWith(root) ? Path.of(root).relativize(path) : path;
        return mountPoint.resolve(relative.toString().replaceFirst("^/+", ""));
    }
}
