-- Who learns in a class sees what its hidden tests look at: 'always', after having 'passed', after the
-- 'due' date, or 'never'.
ALTER TABLE class ADD COLUMN hidden_tests TEXT NOT NULL DEFAULT 'always';
