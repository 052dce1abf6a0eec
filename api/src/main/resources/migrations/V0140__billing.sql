-- What is known of accounts as payers, the plans that they have, and their invoices.

CREATE TABLE billing_accounts (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);

CREATE TABLE subscribed_plans (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
CREATE INDEX subscribed_plans_order ON subscribed_plans (account, seq);

CREATE TABLE invoices (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    invoice_date ${text} GENERATED ALWAYS AS (doc->>'invoice_date') STORED,
    UNIQUE (key) -- ids are unique everywhere, and are looked up everywhere
);
CREATE INDEX invoices_by_date ON invoices (account, invoice_date, seq);
