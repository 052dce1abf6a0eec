-- The trunks and numbers that master accounts have from their carriers, and what accounts below were given of them.

CREATE TABLE sip_audio_trunks (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    master_id TEXT GENERATED ALWAYS AS (doc->>'master_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX sip_audio_trunks_order ON sip_audio_trunks (account, seq);
CREATE INDEX sip_audio_trunks_by_master ON sip_audio_trunks (master_id, account) WHERE master_id IS NOT NULL;

CREATE TABLE sip_audio_numbers (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    master_id TEXT GENERATED ALWAYS AS (doc->>'master_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX sip_audio_numbers_order ON sip_audio_numbers (account, seq);
CREATE INDEX sip_audio_numbers_by_master ON sip_audio_numbers (master_id, account) WHERE master_id IS NOT NULL;

CREATE TABLE sip_audio_configs (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    master_id TEXT GENERATED ALWAYS AS (doc->>'master_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX sip_audio_configs_by_master ON sip_audio_configs (master_id, account);

CREATE TABLE sip_audio_internal_numbers (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    number TEXT GENERATED ALWAYS AS (doc->>'number') STORED,
    master_id TEXT GENERATED ALWAYS AS (doc->>'master_id') STORED,
    UNIQUE (account, key),
    UNIQUE (master_id, number) -- a number leads to one account
);
CREATE INDEX sip_audio_internal_numbers_order ON sip_audio_internal_numbers (account, seq);

CREATE TABLE sip_audio_countries (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    master_id TEXT GENERATED ALWAYS AS (doc->>'master_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX sip_audio_countries_by_master ON sip_audio_countries (master_id, account);
CREATE INDEX sip_audio_countries_order ON sip_audio_countries (account, seq);
