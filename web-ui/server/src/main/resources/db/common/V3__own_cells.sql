-- Cells that learners added. Each stands somewhere below a cell of the author; place orders those
-- below the same one. A removed cell keeps its row, so that removing can be undone and its id is
-- never used again.
CREATE TABLE own_cell (
    learner    TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson     TEXT    NOT NULL,
    number     BIGINT  NOT NULL,
    after      TEXT    NOT NULL,
    place      DOUBLE PRECISION NOT NULL,
    removed_at BIGINT,
    PRIMARY KEY (learner, lesson, number)
);
