-- Registrants of meetings and webinars, and the questions that they answer. The owner is what they register for.

CREATE TABLE registrants (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner TEXT GENERATED ALWAYS AS (doc->>'owner') STORED,
    status TEXT GENERATED ALWAYS AS (doc->>'status') STORED,
    email_key TEXT GENERATED ALWAYS AS (doc->>'email_key') STORED,
    token TEXT GENERATED ALWAYS AS (doc->>'token') STORED,
    source_id TEXT GENERATED ALWAYS AS (doc->>'source_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX registrants_by_owner ON registrants (account, owner, seq);
CREATE INDEX registrants_by_status ON registrants (account, owner, status, seq);
CREATE INDEX registrants_by_email ON registrants (account, owner, email_key, seq);
CREATE INDEX registrants_by_token ON registrants (account, owner, token);
CREATE INDEX registrants_by_source ON registrants (account, owner, source_id, status, seq);

CREATE TABLE registrant_occurrences (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner TEXT GENERATED ALWAYS AS (doc->>'owner') STORED,
    registrant_id TEXT GENERATED ALWAYS AS (doc->>'registrant_id') STORED,
    occurrence_id TEXT GENERATED ALWAYS AS (doc->>'occurrence_id') STORED,
    status TEXT GENERATED ALWAYS AS (doc->>'status') STORED,
    UNIQUE (account, key)
);
CREATE INDEX registrant_occurrences_by_owner ON registrant_occurrences (account, owner, seq);
CREATE INDEX registrant_occurrences_of_registrant ON registrant_occurrences (account, owner, registrant_id, seq);
CREATE INDEX registrant_occurrences_by_status ON registrant_occurrences (account, owner, occurrence_id, status, seq);

CREATE TABLE registration_questions (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner TEXT GENERATED ALWAYS AS (doc->>'owner') STORED,
    UNIQUE (account, key)
);
CREATE INDEX registration_questions_by_owner ON registration_questions (account, owner, seq);
