-- Meetings and webinars as hosts schedule them. Numbers are unique in the installation.

CREATE TABLE meetings (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    id BIGINT GENERATED ALWAYS AS (CAST(doc->>'id' AS BIGINT)) STORED UNIQUE,
    host_id TEXT GENERATED ALWAYS AS (doc->>'host_id') STORED,
    listed BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'listed' AS BOOLEAN)) STORED,
    live BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'live' AS BOOLEAN)) STORED,
    list_order ${text} GENERATED ALWAYS AS (doc->>'list_order') STORED,
    ends_at ${text} GENERATED ALWAYS AS (doc->>'ends_at') STORED,
    registration_key TEXT GENERATED ALWAYS AS (doc->>'registration_key') STORED,
    UNIQUE (account, key)
);
CREATE INDEX meetings_by_host ON meetings (account, host_id, listed, list_order, seq);
CREATE INDEX meetings_by_registration ON meetings (registration_key);
CREATE INDEX meetings_by_end ON meetings (account, host_id, listed, ends_at, seq);
CREATE INDEX meetings_live ON meetings (account, host_id, list_order, seq) WHERE live;

CREATE TABLE webinars (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    id BIGINT GENERATED ALWAYS AS (CAST(doc->>'id' AS BIGINT)) STORED UNIQUE,
    host_id TEXT GENERATED ALWAYS AS (doc->>'host_id') STORED,
    listed BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'listed' AS BOOLEAN)) STORED,
    live BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'live' AS BOOLEAN)) STORED,
    list_order ${text} GENERATED ALWAYS AS (doc->>'list_order') STORED,
    ends_at ${text} GENERATED ALWAYS AS (doc->>'ends_at') STORED,
    registration_key TEXT GENERATED ALWAYS AS (doc->>'registration_key') STORED,
    UNIQUE (account, key)
);
CREATE INDEX webinars_by_host ON webinars (account, host_id, listed, list_order, seq);
CREATE INDEX webinars_by_registration ON webinars (registration_key);
CREATE INDEX webinars_by_end ON webinars (account, host_id, listed, ends_at, seq);
CREATE INDEX webinars_live ON webinars (account, host_id, list_order, seq) WHERE live;
