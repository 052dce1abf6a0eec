-- The H.323 and SIP devices of accounts.

CREATE TABLE h323_devices (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    name_key TEXT GENERATED ALWAYS AS (doc->>'name_key') STORED,
    UNIQUE (account, key),
    UNIQUE (account, name_key)
);
CREATE INDEX h323_devices_order ON h323_devices (account, seq);
