package dev.interleave.cli;

import dev.interleave.cli.bench.Comparers;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.bench.LocalComparer;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;

/** The jails of comparisons, and who uses them. */
record ComparingJails(Jails jails, Comparer comparer) implements Comparers.Open {

    static ComparingJails open(Installation here) {
        var jails = Jails.open(new JailSettings(here.jdk(), here.jail(), here.runtime(), false));
        return new ComparingJails(jails, new LocalComparer(jails));
    }

    @Override
    public void close() {
        comparer.close();
        jails.close();
    }
}
