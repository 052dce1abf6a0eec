-- Groups of the chat's directory, and who is in which.

CREATE TABLE im_groups (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    name_key TEXT GENERATED ALWAYS AS (doc->>'name_key') STORED,
    UNIQUE (account, key)
);
CREATE INDEX im_groups_order ON im_groups (account, seq);
CREATE UNIQUE INDEX im_groups_by_name ON im_groups (account, name_key);

CREATE TABLE im_group_members (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    group_id TEXT GENERATED ALWAYS AS (doc->>'group_id') STORED,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX im_group_members_by_group ON im_group_members (account, group_id, seq);
CREATE INDEX im_group_members_by_user ON im_group_members (account, user_id, seq);
