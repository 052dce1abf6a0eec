CREATE TABLE boxes (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    label TEXT GENERATED ALWAYS AS (doc->>'label') STORED UNIQUE,
    colour TEXT GENERATED ALWAYS AS (doc->>'colour') STORED,
    size BIGINT GENERATED ALWAYS AS (CAST(doc->>'size' AS BIGINT)) STORED,
    is_open BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'is_open' AS BOOLEAN)) STORED,
    packed_at ${text} GENERATED ALWAYS AS (doc->>'packed_at') STORED,
    owner_name TEXT GENERATED ALWAYS AS (LOWER(doc->'owner'->>'name')) STORED,
    UNIQUE (account, key)
);
CREATE INDEX boxes_order ON boxes (account, seq);
CREATE INDEX boxes_by_colour ON boxes (account, colour, seq);

CREATE TABLE slots (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX slots_order ON slots (account, seq);
