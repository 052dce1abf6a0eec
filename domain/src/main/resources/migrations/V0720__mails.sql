-- Mails that the real service would send, the latest of each account.

CREATE TABLE mails (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    recipient TEXT GENERATED ALWAYS AS (LOWER(doc->>'recipient')) STORED,
    kind TEXT GENERATED ALWAYS AS (doc->>'kind') STORED,
    next_attempt ${text} GENERATED ALWAYS AS (doc->>'next_attempt') STORED,
    UNIQUE (account, key)
);
CREATE INDEX mails_by_position ON mails (account, seq);
CREATE INDEX mails_by_recipient ON mails (account, recipient, seq);
CREATE INDEX mails_by_kind ON mails (account, kind, seq);
CREATE INDEX mails_to_send_of_account ON mails (account, next_attempt, seq) WHERE next_attempt IS NOT NULL;
CREATE INDEX mails_to_send ON mails (next_attempt, account) WHERE next_attempt IS NOT NULL;
