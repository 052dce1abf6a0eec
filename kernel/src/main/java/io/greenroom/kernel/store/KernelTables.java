package io.greenroom.kernel.store;

import java.util.List;

/** The tables of the kernel itself. */
public final class KernelTables {
    /** Every account, each stored in itself: account and id are the same. */
    public static final Table ACCOUNTS = Table.of("accounts", "Account").columns("plan");

    /** The apps of an account by client id, which is unique everywhere. */
    public static final Table APPS = Table.of("apps", "App").columns("id");

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

    private KernelTables() {}

    public static List<Table> all() {
        return List.of(ACCOUNTS, APPS, GRANTS, SERVER_KEYS, AUTHORIZATION_CODES, DEVICE_REQUESTS, OPERATION_LOGS);
    }
}
