package dev.interleave.web.compare;

import dev.interleave.web.progress.ComparisonKey;
import java.util.List;

/** What goes on for a learner: a comparison, or a look into a version. */
interface LiveWork {

    ComparisonKey key();

    /** Ends it at once. */
    void stop();

    /** What a comparison has told so far; nothing of a look. */
    List<String> told();

    /** The version that is looked into, from 1; 0 if it is a comparison. */
    int version();
}
