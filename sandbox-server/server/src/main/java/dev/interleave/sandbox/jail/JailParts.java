package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gathers what jails are made of on this machine. */
final class JailParts {

    private JailParts() {}

    /**
     * The jails to try, the best first.
     *
     * @throws IOException if a part is missing; the message says how to get it
     */
    static List<Confinement.Jailed> find(Path home, ServerFolder folder) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException(Advice.NEEDS_LINUX);
        }
        Path executable =
                Executables.find("bwrap").orElseThrow(() -> new IOException(Advice.noBubblewrap()));
        Architecture architecture =
                Architecture.ofThisMachine().orElseThrow(() -> new IOException(Advice.NO_FILTER));
        Path jdk = home.toRealPath();
        Path hosts = Files.writeString(folder.file("hosts"), "127.0.0.1 localhost cell\n");
        Confinement.Jailed.Filters filters = filters(folder, architecture);
        Collection<Path> libraries = SharedLibraries.neededBy(jdk);
        Bubblewrap direct = new Bubblewrap(executable, jdk, libraries, hosts);
        Optional<Cgroups> cgroups = cgroups(folder);
        List<Confinement.Jailed> jails = new ArrayList<>();
        for (HostUser user : HostUser.candidates()) {
            if (user.changes() && !Reach.isForEverybody(jdk)) {
                Path place = Files.createDirectory(folder.file("jdk"));
                Bubblewrap shown = new Bubblewrap(executable, place, libraries, hosts);
                HostUser seeing = user.seeing(jdk, place);
                jails.add(new Confinement.Jailed(shown, filters, seeing, cgroups));
            } else {
                jails.add(new Confinement.Jailed(direct, filters, user, cgroups));
            }
        }
        return jails;
    }

    private static Confinement.Jailed.Filters filters(ServerFolder folder, Architecture machine)
            throws IOException {
        return new Confinement.Jailed.Filters(
                Files.write(folder.file("filter"), SeccompFilter.program(machine)),
                Files.write(folder.file("filter-processes"), SeccompFilter.program(machine, true)));
    }

    private static Optional<Cgroups> cgroups(ServerFolder folder) throws IOException {
        List<CgroupMount> mounts =
                CgroupMount.parse(
                        Files.readAllLines(Path.of("/proc/self/mountinfo")),
                        Files.readAllLines(Path.of("/proc/self/cgroup")));
        Optional<Cgroups> found = CgroupsV2.open(mounts, folder.name());
        if (found.isEmpty()) {
            found = CgroupsV1.open(mounts, folder.name());
        }
        if (found.isPresent()) {
            for (Path parent : found.get().parents()) {
                folder.note(parent);
            }
        }
        return found;
    }
}
