-- Notes of learners on paragraphs. A paragraph is known by its section and its text; "beginning" is
-- how it began when the note was written, so that a note outlives its paragraph.
CREATE TABLE note (
    learner    TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson     TEXT   NOT NULL,
    paragraph  TEXT   NOT NULL,
    beginning  TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    revision   BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (learner, lesson, paragraph)
);
