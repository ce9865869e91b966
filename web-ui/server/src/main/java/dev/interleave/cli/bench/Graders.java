package dev.interleave.cli.bench;

import dev.interleave.sandbox.grade.Judge;
import java.io.IOException;

/** Opens judges to be measured. */
@FunctionalInterface
public interface Graders {

    /** A judge with its jails; closing it ends them. */
    interface Open extends AutoCloseable {

        Judge judge();

        @Override
        void close();
    }

    /**
     * @throws IOException if nothing can be graded here
     */
    Open open() throws IOException;
}
