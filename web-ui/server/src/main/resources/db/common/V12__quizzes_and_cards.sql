-- The last answer to a quiz; choices are numbers from 1, separated by commas.
CREATE TABLE quiz_answer (
    learner     TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson      TEXT    NOT NULL,
    quiz        TEXT    NOT NULL,
    choices     TEXT    NOT NULL,
    correct     INTEGER NOT NULL,
    tries       INTEGER NOT NULL,
    answered_at BIGINT  NOT NULL,
    PRIMARY KEY (learner, lesson, quiz)
);

-- Reviews of cards; number counts from 1 for each card, grade is 1 (again) to 4 (easy). When a card
-- is due follows from these rows.
CREATE TABLE card_review (
    learner     TEXT    NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    lesson      TEXT    NOT NULL,
    card        TEXT    NOT NULL,
    number      BIGINT  NOT NULL,
    grade       INTEGER NOT NULL,
    reviewed_at BIGINT  NOT NULL,
    PRIMARY KEY (learner, lesson, card, number)
);
