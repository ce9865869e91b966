-- Gradings of a learner's exercise; number counts from 1. Of a grading with the public tests (kind
-- 'tests') only the last ones are kept, of one with all tests (kind 'submit') every one. Files and
-- report are JSON. The state is 'queued', 'running', 'done', 'impossible' (the reason is in message)
-- or 'interrupted' (by the end of the server).
CREATE TABLE attempt (
    learner    TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    exercise   TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    files      TEXT   NOT NULL,
    verdict    TEXT,
    score      DOUBLE PRECISION,
    max        DOUBLE PRECISION,
    message    TEXT,
    report     TEXT,
    started_at BIGINT NOT NULL,
    ended_at   BIGINT,
    PRIMARY KEY (learner, exercise, number)
);

CREATE INDEX attempt_by_state ON attempt (state);

-- How many hints a learner has seen, and when the learner gave up.
CREATE TABLE exercise_help (
    learner     TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    exercise    TEXT    NOT NULL,
    hints       INTEGER NOT NULL,
    gave_up_at  BIGINT,
    PRIMARY KEY (learner, exercise)
);
