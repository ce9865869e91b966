-- Hand-ins of an exercise that are graded again. The state is 'graded' while that goes on and until
-- somebody decides, then 'applied', 'undone' or 'dropped'.
CREATE TABLE regrading (
    id        TEXT   NOT NULL PRIMARY KEY,
    class     TEXT   NOT NULL,
    exercise  TEXT   NOT NULL,
    state     TEXT   NOT NULL,
    begun_by  TEXT   NOT NULL,
    begun_at  BIGINT NOT NULL,
    ended_by  TEXT,
    ended_at  BIGINT,
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);

-- What each of those hand-ins had and would have. The state is 'queued', 'grading', 'done' or
-- 'impossible'.
CREATE TABLE regraded (
    regrading   TEXT   NOT NULL REFERENCES regrading (id),
    learner     TEXT   NOT NULL REFERENCES account (id),
    number      BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    old_verdict TEXT   NOT NULL,
    old_score   DOUBLE PRECISION NOT NULL,
    old_max     DOUBLE PRECISION NOT NULL,
    old_report  TEXT   NOT NULL,
    new_verdict TEXT,
    new_score   DOUBLE PRECISION,
    new_max     DOUBLE PRECISION,
    new_report  TEXT,
    message     TEXT,
    PRIMARY KEY (regrading, learner, number)
);

CREATE INDEX regraded_by_state ON regraded (state);
