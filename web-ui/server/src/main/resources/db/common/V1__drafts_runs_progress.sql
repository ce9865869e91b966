-- The same statements on SQLite and PostgreSQL: TEXT ids, BIGINT milliseconds since 1970, JSON as TEXT.

CREATE TABLE learner (
    id         TEXT   NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);

-- What a learner typed into a cell. A cell that was reset keeps its row, with no text, so that its
-- revisions go on counting.
CREATE TABLE draft (
    learner  TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson   TEXT   NOT NULL,
    cell     TEXT   NOT NULL,
    revision BIGINT NOT NULL,
    text     TEXT,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (learner, lesson, cell)
);

-- Texts that a reset took away.
CREATE TABLE draft_history (
    learner     TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson      TEXT   NOT NULL,
    cell        TEXT   NOT NULL,
    revision    BIGINT NOT NULL,
    text        TEXT   NOT NULL,
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (learner, lesson, cell, revision)
);

-- Runs of cells; number counts from 1 in each lesson of each learner.
CREATE TABLE run (
    learner     TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson      TEXT   NOT NULL,
    number      BIGINT NOT NULL,
    cell        TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    status      TEXT   NOT NULL,
    limit_name  TEXT,
    message     TEXT,
    eval_millis DOUBLE PRECISION,
    started_at  BIGINT NOT NULL,
    PRIMARY KEY (learner, lesson, number)
);

CREATE INDEX run_of_cell ON run (learner, lesson, cell, number);
CREATE INDEX run_by_status ON run (status);

-- What a run told, in parts that are added while it goes on. Each part is JSON Lines.
CREATE TABLE run_part (
    learner TEXT    NOT NULL,
    lesson  TEXT    NOT NULL,
    number  BIGINT  NOT NULL,
    part    INTEGER NOT NULL,
    events  TEXT    NOT NULL,
    PRIMARY KEY (learner, lesson, number, part),
    FOREIGN KEY (learner, lesson, number) REFERENCES run (learner, lesson, number) ON DELETE CASCADE
);

-- Lessons that a learner has opened; done when each of its cells was run.
CREATE TABLE progress (
    learner   TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson    TEXT   NOT NULL,
    opened_at BIGINT NOT NULL,
    done_at   BIGINT,
    PRIMARY KEY (learner, lesson)
);
