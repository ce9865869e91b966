-- What an exercise is graded by where people grade; numbers count from 1.
CREATE TABLE rubric_item (
    class    TEXT    NOT NULL,
    exercise TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    words    TEXT    NOT NULL,
    points   DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (class, exercise, number),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);

-- Which of those a learner has met.
CREATE TABLE rubric_mark (
    class    TEXT    NOT NULL,
    exercise TEXT    NOT NULL,
    learner  TEXT    NOT NULL REFERENCES account (id),
    number   INTEGER NOT NULL,
    PRIMARY KEY (class, exercise, learner, number),
    FOREIGN KEY (class, exercise, number) REFERENCES rubric_item (class, exercise, number)
);

-- What somebody wrote to a line of what was handed in; lines count from 1.
CREATE TABLE code_comment (
    class    TEXT    NOT NULL,
    exercise TEXT    NOT NULL,
    learner  TEXT    NOT NULL,
    attempt  BIGINT  NOT NULL,
    file     TEXT    NOT NULL,
    line     INTEGER NOT NULL,
    words    TEXT    NOT NULL,
    given_by TEXT    NOT NULL,
    given_at BIGINT  NOT NULL,
    PRIMARY KEY (class, exercise, learner, attempt, file, line),
    FOREIGN KEY (class, exercise, learner, attempt) REFERENCES hand_in (class, exercise, learner, number)
);
