-- What the kernel keeps. README.md in this folder says how a migration is written.

CREATE TABLE checks (
    name TEXT PRIMARY KEY,
    number BIGINT NOT NULL
);

CREATE TABLE accounts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    plan TEXT GENERATED ALWAYS AS (doc->>'plan') STORED,
    UNIQUE (account, key)
);

CREATE TABLE apps (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    id TEXT GENERATED ALWAYS AS (doc->>'id') STORED UNIQUE,
    UNIQUE (account, key)
);
CREATE INDEX apps_order ON apps (account, seq);

CREATE TABLE grants (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    app_id TEXT GENERATED ALWAYS AS (doc->>'app_id') STORED,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    refresh_hash TEXT GENERATED ALWAYS AS (doc->>'refresh_hash') STORED UNIQUE,
    UNIQUE (account, key)
);
CREATE INDEX grants_by_app ON grants (account, app_id, seq);
CREATE INDEX grants_by_user ON grants (account, user_id, seq);

CREATE TABLE totals (
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (account, name)
);

CREATE TABLE counted (
    name TEXT PRIMARY KEY,
    totals TEXT NOT NULL
);

CREATE TABLE outbox (
    seq ${sequence},
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    happened_micros BIGINT NOT NULL,
    body TEXT NOT NULL,
    delivered BOOLEAN NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (seq) WHERE delivered = FALSE;
CREATE INDEX outbox_order ON outbox (account, seq);

CREATE TABLE due (
    seq ${sequence},
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    at_micros BIGINT NOT NULL,
    UNIQUE (account, kind, subject)
);
CREATE INDEX due_order ON due (account, at_micros, seq);

CREATE TABLE rate_counters (
    name TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    window_end BIGINT NOT NULL,
    number BIGINT NOT NULL,
    forget_at BIGINT NOT NULL,
    PRIMARY KEY (name, window_start)
);
