-- The gradebook reads these columns of many hand-ins, whose files and reports are long.
CREATE INDEX hand_in_of_learner ON hand_in (class, learner, exercise, state, score, max, handed_in_at);

CREATE INDEX manual_grade_of_learner ON manual_grade (class, learner);
