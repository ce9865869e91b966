package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation;
import dev.interleave.sandbox.Isolation.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What this machine offers for jails.
 *
 * @param confinement how JVMs are started; empty if they must not be
 * @param isolation what was seen to work
 */
record Machine(Optional<Confinement> confinement, Isolation isolation) {

    private static final String JAIL = "jail";

    /** These may be missing, and that is said; without any of the others there is no jail. */
    private static final Set<String> DISPENSABLE =
            Set.of(Probe.USER, Probe.MEMORY, Probe.PROCESSES, Probe.PROCESSORS);

    /** Tries jails out: first as users of their own, then as the server's user. */
    static Machine probe(JailSettings settings, ServerFolder folder, Spawner spawner) {
        if (settings.unsafeNoJail()) {
            return new Machine(
                    Optional.of(new Confinement.Plain(settings.jdk())),
                    none("switched off: cells have all rights of the server's user"));
        }
        try {
            List<Machine> tried = new ArrayList<>();
            for (Confinement.Jailed jailed : JailParts.find(settings.jdk(), folder)) {
                Machine machine = attempt(jailed, folder, spawner);
                if (machine.confinement.isPresent()) {
                    return machine;
                }
                tried.add(machine);
            }
            return tried.getFirst();
        } catch (IOException e) {
            return new Machine(Optional.empty(), none(e.getMessage()));
        }
    }

    private static Machine attempt(
            Confinement.Jailed jailed, ServerFolder folder, Spawner spawner) {
        try {
            List<Layer> layers = new ArrayList<>();
            layers.add(new Layer(JAIL, true, jailed.bubblewrap().executable().toString()));
            layers.addAll(Probe.run(folder, new Starter(folder, spawner, jailed)));
            boolean holds =
                    layers.stream().allMatch(l -> l.present() || DISPENSABLE.contains(l.name()));
            return new Machine(
                    holds ? Optional.of(jailed) : Optional.empty(), new Isolation(holds, layers));
        } catch (IOException e) {
            return new Machine(Optional.empty(), none(Advice.on(e.getMessage())));
        }
    }

    private static Isolation none(String why) {
        return new Isolation(false, List.of(new Layer(JAIL, false, why)));
    }
}
