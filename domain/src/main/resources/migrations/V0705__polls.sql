CREATE TABLE polls (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    schedule_id TEXT GENERATED ALWAYS AS (doc->>'schedule_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX polls_by_schedule ON polls (account, schedule_id, seq);
