-- Scripts of sessions: what each does next, its text, and the participants by the names of its people.

CREATE TABLE scripts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    schedule_id TEXT GENERATED ALWAYS AS (doc->>'schedule_id') STORED,
    action BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'action' AS BOOLEAN)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX scripts_by_schedule ON scripts (account, schedule_id, seq);
CREATE INDEX scripts_by_action ON scripts (account, schedule_id, action, seq);

CREATE TABLE script_texts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    script TEXT GENERATED ALWAYS AS (doc->>'script') STORED,
    UNIQUE (account, key)
);
CREATE INDEX script_texts_by_script ON script_texts (account, script, seq);

CREATE TABLE script_people (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    script TEXT GENERATED ALWAYS AS (doc->>'script') STORED,
    UNIQUE (account, key)
);
CREATE INDEX script_people_by_script ON script_people (account, script, seq);
