-- In words, whose hand-ins are graded again; empty for everybody's.
ALTER TABLE regrading ADD COLUMN whose TEXT NOT NULL DEFAULT '';

-- For how many days after it was archived a class's hand-ins and points are kept; 0 is for ever.
ALTER TABLE class ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 0;
