package dev.interleave.cli;

import dev.interleave.cli.bench.Graders;
import dev.interleave.sandbox.Isolation.Layer;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.JudgeSettings;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;
import java.util.stream.Collectors;

/** The jails of grading and the judge who uses them. There is no grading without jails. */
record GradingJails(Jails jails, Judge judge) implements Graders.Open {

    /**
     * @throws IOException if this computer has no jails, or grading does not work in them
     */
    static GradingJails open(Installation here) throws IOException {
        var jails = Jails.open(new JailSettings(here.jdk(), here.jail(), here.runtime(), false));
        try {
            if (!jails.isolation().jailed()) {
                throw new IOException(
                        "Nothing is graded, because this computer cannot jail submissions. "
                                + jails.isolation().layers().stream()
                                        .filter(layer -> !layer.present())
                                        .map(Layer::detail)
                                        .collect(Collectors.joining(" ")));
            }
            return new GradingJails(jails, Judge.open(jails, JudgeSettings.DEFAULT));
        } catch (IOException | RuntimeException e) {
            jails.close();
            throw e;
        }
    }

    /**
     * The same after the JVMs of gradings have rehearsed, as they have on a server: it takes some
     * seconds once, and makes each of many gradings faster.
     *
     * @throws IOException if this computer has no jails, or grading does not work in them
     */
    static GradingJails rehearsed(Installation here) throws IOException {
        var open = open(here);
        try {
            Judge.rehearse(open.jails);
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    @Override
    public void close() {
        judge.close();
        jails.close();
    }
}
