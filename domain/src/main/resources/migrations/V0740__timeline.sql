-- What happens in sessions.

CREATE TABLE session_acts (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX session_acts_by_session ON session_acts (account, session, seq);

CREATE TABLE session_spans (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX session_spans_by_session ON session_spans (account, session, seq);
CREATE INDEX session_spans_by_participant ON session_spans (account, session, user_id, seq);

CREATE TABLE recording_segments (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX recording_segments_by_session ON recording_segments (account, session, seq);

CREATE TABLE poll_runs (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    poll_id TEXT GENERATED ALWAYS AS (doc->>'poll_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX poll_runs_by_session ON poll_runs (account, session, seq);
CREATE INDEX poll_runs_by_poll ON poll_runs (account, session, poll_id, seq);

CREATE TABLE poll_answers (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX poll_answers_by_session ON poll_answers (account, session, seq);

CREATE TABLE session_questions (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX session_questions_by_session ON session_questions (account, session, seq);

CREATE TABLE question_votes (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX question_votes_by_session ON question_votes (account, session, seq);

CREATE TABLE satisfactions (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX satisfactions_by_session ON satisfactions (account, session, seq);

CREATE TABLE session_files (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX session_files_by_session ON session_files (account, session, seq);
