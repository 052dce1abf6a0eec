package io.greenroom.kernel.store;

import java.util.List;

/** The tables of the kernel itself. */
public final class KernelTables {
    /** Every account, each stored in itself: account and id are the same. */
    public static final Table ACCOUNTS = Table.of("accounts", "Account").columns("plan");

    /** The apps of an account by client id, which is unique everywhere. */
    public static final Table APPS = Table.of("apps", "App").columns("id").kind("app");

    /** The grants of an account. */
    public static final Table GRANTS = Table.of("grants", "Grant").columns("app_id", "user_id", "refresh_hash");

    /** The installation's keys, which belong to no account. */
    public static final Table SERVER_KEYS = Table.of("server_keys", "ServerKey");

    /** Authorization codes that are not yet exchanged, in the accounts of their apps, keyed by their hashes. */
    public static final Table AUTHORIZATION_CODES = Table.of("authorization_codes", "AuthorizationCode")
            .columns("app_id")
            .counted("app_id");

    /** Devices that wait for approval, in the accounts of their apps, keyed by their codes' hashes. */
    public static final Table DEVICE_REQUESTS = Table.of("device_requests", "DeviceRequest")
            .columns("app_id", "user_code")
            .counted("app_id");

    /** The operation log of an account, oldest first; append-only. */
    public static final Table OPERATION_LOGS =
            Table.of("operation_logs", "OperationLogRecord").columns("time", "category_type");

    /** The subscriptions of an account's apps to its events. */
    public static final Table WEBHOOK_SUBSCRIPTIONS = Table.of("webhook_subscriptions", "WebhookSubscription")
            .columns("app_id", "enabled")
            .kind("webhook-subscription")
            .goesWith("app", "app_id");

    /** How far each subscription's events were delivered, keyed by subscription. */
    public static final Table WEBHOOK_CURSORS = Table.of("webhook_cursors", "WebhookCursor")
            .columns("subscription_id")
            .goesWith("webhook-subscription", "subscription_id");

    /** Deliveries that wait to be repeated, and validations that are due. */
    public static final Table WEBHOOK_RETRIES = Table.of("webhook_retries", "WebhookRetry")
            .columns("subscription_id", "ready")
            .counted("subscription_id")
            .goesWith("webhook-subscription", "subscription_id");

    /** The nodes that deliver events, which belong to no account. */
    public static final Table WEBHOOK_NODES = Table.of("webhook_nodes", "WebhookNode");

    private KernelTables() {}

    public static List<Table> all() {
        return List.of(
                ACCOUNTS,
                APPS,
                GRANTS,
                SERVER_KEYS,
                AUTHORIZATION_CODES,
                DEVICE_REQUESTS,
                OPERATION_LOGS,
                WEBHOOK_SUBSCRIPTIONS,
                WEBHOOK_CURSORS,
                WEBHOOK_RETRIES,
                WEBHOOK_NODES);
    }
}
