-- Points that somebody gave by hand. They stand in the place of what the tests gave.
CREATE TABLE manual_grade (
    class    TEXT   NOT NULL,
    exercise TEXT   NOT NULL,
    learner  TEXT   NOT NULL REFERENCES account (id),
    points   DOUBLE PRECISION NOT NULL,
    comment  TEXT   NOT NULL,
    given_by TEXT   NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (class, exercise, learner),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);
