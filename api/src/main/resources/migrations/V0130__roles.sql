-- The roles that accounts have made themselves; who has which stands with the users.

CREATE TABLE roles (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX roles_order ON roles (account, seq);

CREATE INDEX users_of_role ON users (account, role_id, seq); -- whatever their status
