-- Subscriptions to events, how far each was delivered, and what waits to be sent again.

CREATE TABLE webhook_subscriptions (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    app_id TEXT GENERATED ALWAYS AS (doc->>'app_id') STORED,
    enabled BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'enabled' AS BOOLEAN)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX webhook_subscriptions_by_app ON webhook_subscriptions (account, app_id, seq);
CREATE INDEX webhook_subscriptions_enabled ON webhook_subscriptions (enabled, seq);

CREATE TABLE webhook_cursors (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    subscription_id TEXT GENERATED ALWAYS AS (doc->>'subscription_id') STORED,
    UNIQUE (account, key)
);
CREATE INDEX webhook_cursors_by_subscription ON webhook_cursors (account, subscription_id, seq);

CREATE TABLE webhook_retries (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    subscription_id TEXT GENERATED ALWAYS AS (doc->>'subscription_id') STORED,
    ready BOOLEAN GENERATED ALWAYS AS (CAST(doc->>'ready' AS BOOLEAN)) STORED,
    UNIQUE (account, key)
);
CREATE INDEX webhook_retries_by_subscription ON webhook_retries (account, subscription_id, seq);
CREATE INDEX webhook_retries_ready ON webhook_retries (ready, seq);

CREATE TABLE webhook_nodes (
    seq ${sequence},
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    doc ${json} NOT NULL,
    UNIQUE (account, key)
);
