-- Groups of users that share settings, and who is in which.

CREATE TABLE user_groups (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    name_key TEXT GENERATED ALWAYS AS (doc->>'name_key') STORED,
    UNIQUE (key) -- ids are unique everywhere, and are looked up everywhere
);
CREATE INDEX user_groups_order ON user_groups (account, seq);
CREATE UNIQUE INDEX user_groups_by_name ON user_groups (account, name_key);

CREATE TABLE group_members (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    group_id TEXT GENERATED ALWAYS AS (doc->>'group_id') STORED,
    user_id TEXT GENERATED ALWAYS AS (doc->>'user_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX group_members_by_group ON group_members (account, group_id, seq);
CREATE INDEX group_members_by_user ON group_members (account, user_id, seq);
