-- Who somebody is elsewhere: at a sign-in service (source 'openid ISSUER') or a learning platform
-- (source 'lti ISSUER CLIENT'). The subject is what that source calls them, and never changes.
CREATE TABLE identity (
    source   TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    account  TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    since    BIGINT NOT NULL,
    PRIMARY KEY (source, subject)
);

CREATE INDEX identity_of_account ON identity (account);

-- Whether somebody can sign in without a password, and so is not only invited.
ALTER TABLE account ADD COLUMN external INTEGER NOT NULL DEFAULT 0;
