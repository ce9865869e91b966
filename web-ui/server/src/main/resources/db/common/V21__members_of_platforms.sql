-- Where a course's platform tells its members (names and role provisioning services); null as long as it
-- has not said.
ALTER TABLE lti_context ADD COLUMN members_url TEXT;
