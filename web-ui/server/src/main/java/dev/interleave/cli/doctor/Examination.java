package dev.interleave.cli.doctor;

import dev.interleave.sandbox.Isolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is looked at, in the order in which it is told. */
public final class Examination {

    private final Machine machine;

    /** With the folders of the variable PATH. */
    public Examination(List<Path> path) {
        this.machine = new Machine(path);
    }

    /**
     * Looks at everything.
     *
     * @param root the repository's root
     * @param jdk home of the JDK that runs this
     * @param data where the database is to be
     * @param isolation how well cells are isolated
     */
    public List<Finding> run(Path root, Path jdk, Path data, Isolation isolation) {
        var findings = new ArrayList<Finding>();
        findings.add(machine.jdk(jdk));
        findings.add(machine.maven(root));
        findings.add(machine.processors());
        findings.add(machine.memory());
        findings.add(machine.data(data));
        findings.add(machine.browser());
        isolation.layers().forEach(layer -> findings.add(of(layer, isolation.jailed())));
        return findings;
    }

    /** A layer that is missing is bad only when cells are not jailed for the lack of it. */
    private static Finding of(Isolation.Layer layer, boolean jailed) {
        var name = "jail: " + layer.name();
        if (layer.present()) {
            return Finding.good(name, layer.detail());
        }
        return jailed ? Finding.weak(name, layer.detail()) : Finding.missing(name, layer.detail());
    }
}
