-- From when on a class is told of a lesson; null from the beginning.
ALTER TABLE class_lesson ADD COLUMN release_at BIGINT;
