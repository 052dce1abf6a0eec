-- What accounts have decided about third-party audio, and the bridges and pages of their users.

CREATE TABLE tsp_accounts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);

CREATE TABLE tsp_bridges (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    id BIGINT GENERATED ALWAYS AS (CAST(doc->>'id' AS BIGINT)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX tsp_bridges_by_user ON tsp_bridges (account, user_id, id, seq);

CREATE TABLE tsp_pages (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
