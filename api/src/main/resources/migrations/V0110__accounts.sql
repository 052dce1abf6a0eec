CREATE TABLE sub_accounts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX sub_accounts_order ON sub_accounts (account, seq);

CREATE TABLE account_profiles (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
