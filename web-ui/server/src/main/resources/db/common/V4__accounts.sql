-- People who sign in; each is a learner with the same id. Who has no password yet has not used the
-- link that was made for them. Logins are in lower case.
CREATE TABLE account (
    id         TEXT   NOT NULL PRIMARY KEY REFERENCES learner (id),
    login      TEXT   NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    password   TEXT,
    blocked_at BIGINT,
    created_at BIGINT NOT NULL
);

-- Browsers that are signed in. Of the token, which is in the browser's cookie, only the hash is kept.
CREATE TABLE sign_in (
    token    TEXT   NOT NULL PRIMARY KEY,
    account  TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    begun_at BIGINT NOT NULL,
    seen_at  BIGINT NOT NULL
);

CREATE INDEX sign_in_of_account ON sign_in (account);

-- Links by which a password is set, once each, by their hash. One without an account makes the first
-- admin.
CREATE TABLE password_link (
    token      TEXT   NOT NULL PRIMARY KEY,
    account    TEXT REFERENCES account (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);

-- What instructors and admins did. Names are kept as they were.
CREATE TABLE audit (
    number BIGINT NOT NULL PRIMARY KEY,
    at     BIGINT NOT NULL,
    actor  TEXT   NOT NULL,
    what   TEXT   NOT NULL
);
