package dev.interleave.cli.bench;

import dev.interleave.sandbox.Comparer;

/** Opens comparers to be measured. */
@FunctionalInterface
public interface Comparers {

    /** A comparer with its jails; closing it ends them. */
    interface Open extends AutoCloseable {

        Comparer comparer();

        @Override
        void close();
    }

    Open open();
}
