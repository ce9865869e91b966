package dev.interleave.web.learner;

import io.javalin.http.Context;

/** Tells whose request it is. Everything that is stored is stored for one learner. */
@FunctionalInterface
public interface Learners {

    /** Id of the learner who sent this request. */
    String learner(Context ctx);

    /** One learner and no sign-in: whoever can reach the server. */
    static Learners alone(String id) {
        return _ -> id;
    }
}
