-- Rows are appended and never looked up by their key.

CREATE TABLE operation_logs (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    time ${text} GENERATED ALWAYS AS (doc->>'time') STORED,
    category_type TEXT GENERATED ALWAYS AS (doc->>'category_type') STORED
);
CREATE INDEX operation_logs_by_time ON operation_logs (account, time, seq);
