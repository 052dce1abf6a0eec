CREATE TABLE readers (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    email TEXT GENERATED ALWAYS AS (LOWER(doc->>'email')) STORED UNIQUE,
    status TEXT GENERATED ALWAYS AS (doc->>'status') STORED,
    ward TEXT GENERATED ALWAYS AS (doc->>'ward') STORED,
    UNIQUE (account, key)
);
CREATE INDEX readers_by_status ON readers (account, status, seq);

CREATE TABLE books (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    reader_id TEXT GENERATED ALWAYS AS (doc->>'reader_id') STORED,
    title ${text} GENERATED ALWAYS AS (doc->>'title') STORED,
    UNIQUE (account, key)
);
CREATE INDEX books_by_title ON books (account, reader_id, title, seq);
