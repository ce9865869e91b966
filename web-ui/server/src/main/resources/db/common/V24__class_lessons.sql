-- Lessons that a class is to read, and until when.
CREATE TABLE class_lesson (
    class  TEXT   NOT NULL REFERENCES class (id),
    lesson TEXT   NOT NULL,
    due_at BIGINT,
    PRIMARY KEY (class, lesson)
);
