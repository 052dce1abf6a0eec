-- Whom users know outside their account.

CREATE TABLE contacts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX contacts_by_user ON contacts (account, user_id, seq);
