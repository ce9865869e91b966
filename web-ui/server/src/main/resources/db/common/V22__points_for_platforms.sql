-- Where a course's platform has the columns of its gradebook (assignment and grade services); null as
-- long as it has not said.
ALTER TABLE lti_context ADD COLUMN line_items_url TEXT;

-- Such a column, which is for one exercise.
CREATE TABLE lti_line_item (
    class    TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
    exercise TEXT NOT NULL,
    url      TEXT NOT NULL,
    PRIMARY KEY (class, exercise)
);

-- Points for the platform: 'waiting', 'sent' or 'refused' (the reason is in why). Points are null where
-- none count any more. Their time, at, only grows; tries counts those for this value.
CREATE TABLE lti_score (
    class    TEXT             NOT NULL REFERENCES class (id) ON DELETE CASCADE,
    exercise TEXT             NOT NULL,
    learner  TEXT             NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    points   DOUBLE PRECISION,
    max      DOUBLE PRECISION NOT NULL,
    at       BIGINT           NOT NULL,
    state    TEXT             NOT NULL,
    why      TEXT,
    tries    INTEGER          NOT NULL,
    next_at  BIGINT           NOT NULL,
    PRIMARY KEY (class, exercise, learner)
);

CREATE INDEX lti_score_by_state ON lti_score (state, next_at);
