-- A measurement may have a name that its learner gave it; those that have one are kept longer. Machine
-- tells where it was measured: figures of different machines are never compared. It is null for those
-- of an older version.
ALTER TABLE comparison_run ADD COLUMN name TEXT;
ALTER TABLE comparison_run ADD COLUMN machine TEXT;
