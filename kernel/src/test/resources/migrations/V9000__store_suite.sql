CREATE TABLE boxes (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    label TEXT GENERATED ALWAYS AS (doc->>'label') STORED UNIQUE,
    colour TEXT GENERATED ALWAYS AS (doc->>'colour') STORED,
    size BIGINT GENERATED ALWAYS AS (CAST(doc->>'size' AS BIGINT)) STORED,
    weight DOUBLE PRECISION GENERATED ALWAYS AS (CAST(doc->>'weight' AS DOUBLE PRECISION)) STORED,
    is_open BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'is_open' AS BOOLEAN)) STORED,
    packed_at ${text} GENERATED ALWAYS AS (doc->>'packed_at') STORED,
    owner_name TEXT GENERATED ALWAYS AS (LOWER(doc->'owner'->>'name')) STORED,
    UNIQUE (account, key)
);
CREATE INDEX boxes_order ON boxes (account, seq);
CREATE INDEX boxes_by_colour ON boxes (account, colour, seq);
CREATE INDEX boxes_by_size ON boxes (account, size, seq);
CREATE INDEX boxes_by_time ON boxes (account, packed_at, seq);
CREATE INDEX boxes_by_colour_and_time ON boxes (account, colour, packed_at, seq);

CREATE TABLE items (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    box_id TEXT GENERATED ALWAYS AS (doc->>'box_id') STORED,
    spare_box_id TEXT GENERATED ALWAYS AS (doc->>'spare_box_id') STORED,
    bytes BIGINT GENERATED ALWAYS AS (CAST(doc->>'bytes' AS BIGINT)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX items_by_box ON items (account, box_id, seq);
CREATE INDEX items_by_spare_box ON items (account, spare_box_id, seq);

CREATE TABLE notes (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    item_id TEXT GENERATED ALWAYS AS (doc->>'item_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX notes_by_item ON notes (account, item_id, seq);

CREATE TABLE slots (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX slots_order ON slots (account, seq);
