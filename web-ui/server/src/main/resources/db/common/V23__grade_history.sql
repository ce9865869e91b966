-- The version of the tests that gave the points; null where an older version of the program graded.
ALTER TABLE hand_in ADD COLUMN tests TEXT;
ALTER TABLE regraded ADD COLUMN old_tests TEXT;
ALTER TABLE regraded ADD COLUMN new_tests TEXT;

-- How grades came about; only ever added to. Entries count from 1 for each learner's exercise. Attempt
-- is 0 where it is about points by hand. What is 'graded', 'regraded' (and applied), 'undone', 'given' or
-- 'taken_back'. Nobody's login is in given_by where the server did it. Seeds are those of the schedules
-- that failed, separated by blanks.
CREATE TABLE grade_entry (
    class    TEXT   NOT NULL,
    exercise TEXT   NOT NULL,
    learner  TEXT   NOT NULL REFERENCES account (id),
    entry    BIGINT NOT NULL,
    attempt  BIGINT NOT NULL,
    what     TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    given_by TEXT,
    points   DOUBLE PRECISION,
    max      DOUBLE PRECISION,
    tests    TEXT,
    seeds    TEXT   NOT NULL DEFAULT '',
    PRIMARY KEY (class, exercise, learner, entry),
    FOREIGN KEY (class, exercise) REFERENCES assignment (class, exercise)
);

-- What is known of the grades that there are. Who applied what was undone later is in the log only.
INSERT INTO grade_entry (class, exercise, learner, entry, attempt, what, at, given_by, points, max)
SELECT class, exercise, learner,
    ROW_NUMBER() OVER (PARTITION BY class, exercise, learner ORDER BY at, attempt, place),
    attempt, what, at, given_by, points, max
FROM (
    SELECT h.class AS class, h.exercise AS exercise, h.learner AS learner, h.number AS attempt,
        1 AS place, 'graded' AS what, COALESCE(h.graded_at, h.handed_in_at) AS at, NULL AS given_by,
        COALESCE((SELECT g.old_score FROM regraded g JOIN regrading r ON r.id = g.regrading
            WHERE r.class = h.class AND r.exercise = h.exercise AND g.learner = h.learner
                AND g.number = h.number AND g.state = 'done' AND r.state = 'applied'
            ORDER BY r.begun_at LIMIT 1), h.score) AS points,
        h.max AS max
    FROM hand_in h WHERE h.state = 'done'
    UNION ALL
    SELECT r.class, r.exercise, g.learner, g.number, 2, 'regraded', r.ended_at, r.ended_by,
        g.new_score, g.new_max
    FROM regraded g JOIN regrading r ON r.id = g.regrading
    WHERE r.state = 'applied' AND g.state = 'done'
    UNION ALL
    SELECT r.class, r.exercise, g.learner, g.number, 2, 'undone', r.ended_at, r.ended_by,
        g.old_score, g.old_max
    FROM regraded g JOIN regrading r ON r.id = g.regrading
    WHERE r.state = 'undone' AND g.state = 'done'
    UNION ALL
    SELECT class, exercise, learner, 0, 3, 'given', given_at, given_by, points, NULL
    FROM manual_grade
) AS known;
