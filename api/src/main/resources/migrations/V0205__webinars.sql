-- Templates and tracking sources of webinars, and who did not come to them.

CREATE TABLE webinar_templates (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX webinar_templates_by_user ON webinar_templates (account, user_id, seq);

CREATE TABLE absentees (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    occurrence_id TEXT GENERATED ALWAYS AS (doc->>'occurrence_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX absentees_by_session ON absentees (account, session, occurrence_id, seq);

CREATE TABLE tracking_sources (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner TEXT GENERATED ALWAYS AS (doc->>'owner') STORED,
    UNIQUE (account, key)
);
CREATE INDEX tracking_sources_by_owner ON tracking_sources (account, owner, seq);
