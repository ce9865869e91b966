-- Classes, and who is in them as 'learner', 'tutor' or 'instructor'.
CREATE TABLE class (
    id          TEXT   NOT NULL PRIMARY KEY,
    name        TEXT   NOT NULL,
    join_code   TEXT   NOT NULL UNIQUE,
    archived_at BIGINT,
    created_at  BIGINT NOT NULL
);

CREATE TABLE class_member (
    class     TEXT   NOT NULL REFERENCES class (id),
    account   TEXT   NOT NULL REFERENCES account (id),
    role      TEXT   NOT NULL,
    section   TEXT   NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (class, account)
);

CREATE INDEX class_of_member ON class_member (account);

-- Exercises that a class has to do. The late rule is 'none', 'penalty' (late_percent a day) or
-- 'cut-off'; 0 attempts are any number of them.
CREATE TABLE assignment (
    class        TEXT    NOT NULL REFERENCES class (id),
    exercise     TEXT    NOT NULL,
    due_at       BIGINT,
    attempts     INTEGER NOT NULL,
    late_rule    TEXT    NOT NULL,
    late_percent INTEGER NOT NULL,
    assigned_at  BIGINT  NOT NULL,
    PRIMARY KEY (class, exercise)
);

-- Other due dates of single learners.
CREATE TABLE extension (
    class    TEXT   NOT NULL,
    exercise TEXT   NOT NULL,
    account  TEXT   NOT NULL REFERENCES account (id),
    due_at   BIGINT NOT NULL,
    PRIMARY KEY (class, exercise, account),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);

-- What was handed in; number counts from 1 for each learner's exercise. Files and report are JSON.
-- The state is 'queued', 'grading', 'done' or 'impossible' (the reason is in message). Those that
-- wait are graded in the order of place.
CREATE TABLE hand_in (
    class        TEXT   NOT NULL,
    exercise     TEXT   NOT NULL,
    learner      TEXT   NOT NULL REFERENCES account (id),
    number       BIGINT NOT NULL,
    place        BIGINT NOT NULL UNIQUE,
    state        TEXT   NOT NULL,
    files        TEXT   NOT NULL,
    verdict      TEXT,
    score        DOUBLE PRECISION,
    max          DOUBLE PRECISION,
    message      TEXT,
    report       TEXT,
    handed_in_at BIGINT NOT NULL,
    graded_at    BIGINT,
    PRIMARY KEY (class, exercise, learner, number),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);

CREATE INDEX hand_in_by_state ON hand_in (state, place);
