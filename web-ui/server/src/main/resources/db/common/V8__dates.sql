-- In whose time a class's dates are typed and shown.
ALTER TABLE class ADD COLUMN zone TEXT NOT NULL DEFAULT 'UTC';

-- From when learners see an exercise, whether what they saved is handed in for them when it is due, and
-- whether they see results only after somebody has released them.
ALTER TABLE assignment ADD COLUMN release_at BIGINT;
ALTER TABLE assignment ADD COLUMN auto_hand_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN results_held INTEGER NOT NULL DEFAULT 0;

-- Whether it was handed in for the learner, at the due date.
ALTER TABLE hand_in ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;

-- Due dates, those of single learners too, at which everything was handed in for those concerned.
CREATE TABLE collected (
    class    TEXT   NOT NULL,
    exercise TEXT   NOT NULL,
    due_at   BIGINT NOT NULL,
    PRIMARY KEY (class, exercise, due_at),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);
