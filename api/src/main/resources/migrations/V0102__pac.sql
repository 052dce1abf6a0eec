-- The personal audio conferences of users.

CREATE TABLE pac_accounts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX pac_accounts_by_user ON pac_accounts (account, user_id, seq);
