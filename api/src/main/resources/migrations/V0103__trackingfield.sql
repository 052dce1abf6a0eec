-- The fields by which accounts sort their meetings.

CREATE TABLE tracking_fields (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX tracking_fields_order ON tracking_fields (account, seq);
