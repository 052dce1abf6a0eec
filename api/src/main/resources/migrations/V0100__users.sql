CREATE TABLE users (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    email_key TEXT GENERATED ALWAYS AS (LOWER(doc->>'email')) STORED UNIQUE,
    status TEXT GENERATED ALWAYS AS (doc->>'status') STORED,
    type BIGINT GENERATED ALWAYS AS (CAST(doc->>'type' AS BIGINT)) STORED,
    role_id TEXT GENERATED ALWAYS AS (doc->>'role_id') STORED,
    pmi BIGINT GENERATED ALWAYS AS (CAST(doc->>'pmi' AS BIGINT)) STORED,
    vanity_key TEXT GENERATED ALWAYS AS (LOWER(doc->>'vanity_name')) STORED,
    employee_unique_id TEXT GENERATED ALWAYS AS (doc->>'employee_unique_id') STORED,
    UNIQUE (key) -- ids are unique everywhere, and are looked up everywhere
);
CREATE INDEX users_by_status ON users (account, status, seq);
CREATE INDEX users_by_role ON users (account, role_id, seq);
CREATE UNIQUE INDEX users_by_pmi ON users (pmi) WHERE pmi IS NOT NULL;
CREATE UNIQUE INDEX users_by_vanity_name ON users (account, vanity_key) WHERE vanity_key IS NOT NULL;
CREATE INDEX users_by_employee ON users (account, employee_unique_id) WHERE employee_unique_id IS NOT NULL;

CREATE TABLE user_policies (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);

CREATE TABLE assistants (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    assistant_id TEXT GENERATED ALWAYS AS (doc->>'assistant_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX assistants_by_user ON assistants (account, user_id, seq);
CREATE INDEX assistants_by_assistant ON assistants (account, assistant_id, seq);

CREATE TABLE setting_layers (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    layer TEXT GENERATED ALWAYS AS (doc->>'layer') STORED,
    webinar_capacity BIGINT
        GENERATED ALWAYS AS (CAST(doc->'values'->'feature'->>'webinar_capacity' AS BIGINT)) STORED,
    large_meeting_capacity BIGINT
        GENERATED ALWAYS AS (CAST(doc->'values'->'feature'->>'large_meeting_capacity' AS BIGINT)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX setting_layers_by_webinar ON setting_layers (account, layer, webinar_capacity)
    WHERE webinar_capacity IS NOT NULL;
CREATE INDEX setting_layers_by_large_meeting ON setting_layers (account, layer, large_meeting_capacity)
    WHERE large_meeting_capacity IS NOT NULL;

CREATE TABLE virtual_backgrounds (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner_id TEXT GENERATED ALWAYS AS (doc->>'owner_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX virtual_backgrounds_by_owner ON virtual_backgrounds (account, owner_id, seq);
