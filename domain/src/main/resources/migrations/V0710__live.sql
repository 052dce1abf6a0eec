-- Sessions and the people in them.

CREATE TABLE sessions (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    number BIGINT GENERATED ALWAYS AS (CAST(doc->>'number' AS BIGINT)) STORED,
    host_id TEXT GENERATED ALWAYS AS (doc->>'host_id') STORED,
    state TEXT GENERATED ALWAYS AS (doc->>'state') STORED,
    start_key ${text} GENERATED ALWAYS AS (doc->>'start_key') STORED,
    visible_at ${text} GENERATED ALWAYS AS (doc->>'visible_at') STORED,
    UNIQUE (account, key)
);
CREATE INDEX sessions_by_number ON sessions (account, number, state, start_key, seq);
CREATE INDEX sessions_by_host ON sessions (account, host_id, state, start_key, seq);

CREATE TABLE participations (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    state TEXT GENERATED ALWAYS AS (doc->>'state') STORED,
    person TEXT GENERATED ALWAYS AS (doc->>'person') STORED,
    first BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'first' AS BOOLEAN)) STORED,
    removed BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'removed' AS BOOLEAN)) STORED,
    role TEXT GENERATED ALWAYS AS (doc->>'role') STORED,
    join_time ${text} GENERATED ALWAYS AS (doc->>'join_time') STORED,
    UNIQUE (account, key)
);
CREATE INDEX participations_by_state ON participations (account, session, state, seq);
CREATE INDEX participations_by_join ON participations (account, session, state, join_time, seq);
CREATE INDEX participations_by_role ON participations (account, session, state, role, seq);
CREATE INDEX participations_by_person ON participations (account, session, person, first, removed);
CREATE INDEX participations_first ON participations (account, session, first, seq);
