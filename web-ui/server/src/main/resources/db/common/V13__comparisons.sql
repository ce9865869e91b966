-- Measurements of a comparison in a lesson; number counts from 1, the last ones are kept. Versions is
-- a JSON array of their texts, results one of what came out of each pair of versions. The state is
-- 'running' (or waiting for its turn), 'done', 'stopped', 'impossible' or 'interrupted' (by the end
-- of the server); what came out in words is in message. Prediction is the choice that was taken before
-- the first measurement; same is 1 where the first version was compared with itself.
CREATE TABLE comparison_run (
    learner    TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson     TEXT    NOT NULL,
    comparison TEXT    NOT NULL,
    number     BIGINT  NOT NULL,
    state      TEXT    NOT NULL,
    prediction INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    same       INTEGER NOT NULL,
    versions   TEXT    NOT NULL,
    message    TEXT,
    results    TEXT,
    started_at BIGINT  NOT NULL,
    ended_at   BIGINT,
    PRIMARY KEY (learner, lesson, comparison, number)
);

CREATE INDEX comparison_run_by_state ON comparison_run (state);
