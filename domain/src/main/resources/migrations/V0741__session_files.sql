-- The contents of files that were sent in the chat of sessions.

CREATE TABLE session_file_texts (
    seq ${sequence}, account TEXT NOT NULL, key TEXT NOT NULL, version BIGINT NOT NULL, doc ${json} NOT NULL,
    session TEXT GENERATED ALWAYS AS (doc->>'session') STORED,
    UNIQUE (account, key)
);
CREATE INDEX session_file_texts_by_session ON session_file_texts (account, session, seq);
