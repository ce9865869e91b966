package dev.interleave.web.grading;

import dev.interleave.sandbox.result.Grade;
import java.util.Map;
import java.util.Optional;

/**
 * What waits to be graded, in the database: it outlives the server.
 *
 * <p>Threading: any thread may call anything.
 *
 * @param <J> one that waits
 */
public interface JobQueue<J extends JobQueue.Job> {

    /** Something to be graded. */
    interface Job {

        String exercise();

        /** By their names. */
        Map<String, String> files();
    }

    /** Lets everything wait that the last server did not get done. */
    void requeueUnfinished();

    /** Takes one that waits, to be graded by who asks. */
    Optional<J> next();

    /** Stores what came out. */
    void done(J job, Grade grade);

    /** Stores why nothing could be graded. */
    void impossible(J job, String reason);
}
