-- The SIP phones of users, at most one for each of their platforms.

CREATE TABLE sip_phones (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    platform TEXT GENERATED ALWAYS AS (doc->>'platform') STORED,
    user_name TEXT GENERATED ALWAYS AS (doc->>'user_name') STORED,
    UNIQUE (account, key),
    UNIQUE (account, user_id, platform)
);
CREATE INDEX sip_phones_order ON sip_phones (account, seq);
CREATE INDEX sip_phones_by_user_name ON sip_phones (account, user_name, seq);
