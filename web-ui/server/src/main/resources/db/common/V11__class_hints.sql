-- What those who teach a class told learners about an exercise.
CREATE TABLE class_hint (
    class    TEXT   NOT NULL,
    exercise TEXT   NOT NULL,
    learner  TEXT   NOT NULL REFERENCES account (id),
    number   BIGINT NOT NULL,
    words    TEXT   NOT NULL,
    given_by TEXT   NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (class, exercise, learner, number),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);
