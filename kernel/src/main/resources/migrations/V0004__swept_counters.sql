-- Expired counters are looked for each minute.

CREATE INDEX rate_counters_by_end ON rate_counters (forget_at);
