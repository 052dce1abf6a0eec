-- Panelists of webinars.

CREATE TABLE panelists (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    owner TEXT GENERATED ALWAYS AS (doc->>'owner') STORED,
    email_key TEXT GENERATED ALWAYS AS (doc->>'email_key') STORED,
    token TEXT GENERATED ALWAYS AS (doc->>'token') STORED,
    UNIQUE (account, key)
);
CREATE INDEX panelists_by_owner ON panelists (account, owner, seq);
CREATE INDEX panelists_by_email ON panelists (account, owner, email_key, seq);
CREATE INDEX panelists_by_token ON panelists (account, owner, token, seq);
