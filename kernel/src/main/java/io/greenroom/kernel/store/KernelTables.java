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

    private KernelTables() {}

    public static List<Table> all() {
        return List.of(ACCOUNTS, APPS, GRANTS);
    }
}
