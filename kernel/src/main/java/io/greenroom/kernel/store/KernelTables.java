package io.greenroom.kernel.store;

import java.util.List;

/** The documents that the kernel keeps for itself. */
public final class KernelTables {
    /** Every account, in itself: account and id are the same. */
    public static final Table ACCOUNTS = Table.of("accounts", "Account").columns("plan");

    /** The apps of an account by client id, which is unique everywhere. */
    public static final Table APPS = Table.of("apps", "App").columns("id");

    /** The grants of an account. */
    public static final Table GRANTS = Table.of("grants", "Grant").columns("app_id", "user_id", "refresh_hash");

    /** The keys of the installation, in no account. */
    public static final Table SERVER_KEYS = Table.of("server_keys", "ServerKey");

    /** The codes that wait to be exchanged, in the accounts of their apps, by their hashes. */
    public static final Table AUTHORIZATION_CODES = Table.of("authorization_codes", "AuthorizationCode")
            .columns("app_id")
            .counted("app_id");

    /** The devices that wait for approval, in the accounts of their apps, by their codes' hashes. */
    public static final Table DEVICE_REQUESTS = Table.of("device_requests", "DeviceRequest")
            .columns("app_id", "user_code")
            .counted("app_id");

    /** Who changed what and when in an account, oldest first; nothing of it is changed or removed. */
    public static final Table OPERATION_LOGS =
            Table.of("operation_logs", "OperationLogRecord").columns("time", "category_type");

    private KernelTables() {}

    public static List<Table> all() {
        return List.of(ACCOUNTS, APPS, GRANTS, SERVER_KEYS, AUTHORIZATION_CODES, DEVICE_REQUESTS, OPERATION_LOGS);
    }
}
