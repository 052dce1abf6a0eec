package io.greenroom.api.sipconnectedaudio;

import io.greenroom.api.accounts.facts.AccountDisassociated;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** All assignments of a master account to its sub accounts. Each row names the account that assigned it. */
final class Assignments {
    static final List<Table> TABLES = List.of(
            Stock.TRUNKS.table(),
            Stock.NUMBERS.table(),
            SipConfigHandler.CONFIGS,
            InternalNumberHandler.NUMBERS,
            CalloutCountryHandler.COUNTRIES);

    private Assignments() {}

    /**
     * Deletes the assignments to a disassociated account, and those to its sub accounts from its former master account.
     */
    static void end(Call call, AccountDisassociated told) {
        String alone = told.account().id();
        for (Table table : TABLES) {
            Transaction store = call.store().as(alone);
            store.in(table).list().stream()
                    .filter(row -> row.optionalText("master_id")
                            .filter(master -> !master.equals(alone))
                            .isPresent())
                    .forEach(row -> store.delete(table, row));
            endStrays(call, table, told.masterId());
        }
    }

    private static void endStrays(Call call, Table table, String master) {
        for (String account :
                call.store().across(table).where("master_id", master).accounts()) {
            Transaction store = call.store().as(account);
            if (!account.equals(master) && AccountHierarchy.below(store, master).isEmpty()) {
                store.in(table).where("master_id", master).list().forEach(row -> store.delete(table, row));
            }
        }
    }
}
