CREATE TABLE halls (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    name TEXT GENERATED ALWAYS AS (doc->>'name') STORED,
    UNIQUE (account, key)
);

CREATE TABLE hall_visits (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    hall_id TEXT GENERATED ALWAYS AS (doc->>'hall_id') STORED,
    at TEXT GENERATED ALWAYS AS (doc->>'at') STORED,
    UNIQUE (account, key)
);
