-- What the authorization server keeps beside apps and grants.

CREATE INDEX grants_by_app_and_user ON grants (account, app_id, user_id, seq);
CREATE INDEX grants_by_app_anywhere ON grants (app_id, seq);

CREATE TABLE server_keys (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);

CREATE TABLE authorization_codes (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    app_id TEXT GENERATED ALWAYS AS (doc->>'app_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX authorization_codes_by_app ON authorization_codes (account, app_id, seq);

CREATE TABLE device_requests (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    app_id TEXT GENERATED ALWAYS AS (doc->>'app_id') STORED,
    user_code TEXT GENERATED ALWAYS AS (doc->>'user_code') STORED UNIQUE,
    UNIQUE (account, key)
);
CREATE INDEX device_requests_by_app ON device_requests (account, app_id, seq);
