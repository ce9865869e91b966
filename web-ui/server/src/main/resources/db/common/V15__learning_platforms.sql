-- Learning platforms from which people come (LTI 1.3), as an admin has registered them. Services are
-- other origins of that platform, separated by blanks.
CREATE TABLE lti_platform (
    id            TEXT   NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL,
    issuer        TEXT   NOT NULL,
    client        TEXT   NOT NULL,
    deployment    TEXT   NOT NULL,
    login_url     TEXT   NOT NULL,
    token_url     TEXT   NOT NULL,
    keys_url      TEXT   NOT NULL,
    services      TEXT   NOT NULL,
    registered_at BIGINT NOT NULL,
    UNIQUE (issuer, client)
);

-- Which class belongs to which course of a platform.
CREATE TABLE lti_context (
    platform TEXT NOT NULL REFERENCES lti_platform (id) ON DELETE CASCADE,
    context  TEXT NOT NULL,
    class    TEXT NOT NULL UNIQUE REFERENCES class (id) ON DELETE CASCADE,
    PRIMARY KEY (platform, context)
);
