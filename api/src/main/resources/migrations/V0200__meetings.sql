CREATE TABLE meeting_templates (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX meeting_templates_by_user ON meeting_templates (account, user_id, seq);
