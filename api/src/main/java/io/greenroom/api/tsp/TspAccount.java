package io.greenroom.api.tsp;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/**
 * The third-party audio settings in force in an account.
 *
 * @param settings set by the account or its master account, with the contract's defaults for unset fields
 */
record TspAccount(Doc settings) {
    static final Table DECISIONS = Table.of("tsp_accounts", "TspAccountRecord");
    private static final String EXTENDED = "master_account_setting_extended";

    /**
     * The settings in force: those of the master account, if it extends them to its sub accounts or the account takes
     * them over, otherwise the account's own.
     */
    static TspAccount of(Call call) {
        Doc own = decisions(call.store()).fillDefaults();
        return new TspAccount(call.account()
                .optionalText("master_id")
                .map(master -> decisions(call.store().as(master)).fillDefaults())
                .filter(above -> above.flag(EXTENDED) || own.flag(EXTENDED))
                .map(above -> above.put(EXTENDED, true))
                .orElse(own));
    }

    /**
     * The same for operations on users; refuses if the account has turned third-party audio off, although it has the
     * feature.
     */
    static TspAccount effective(Call call) {
        TspAccount account = of(call);
        if (!account.settings.flag("tsp_enabled") || !account.settings.flag("enable")) {
            throw call.refuse("tsp-off");
        }
        return account;
    }

    /** Only the fields that the account has set, to be changed and {@linkplain #keep kept}. */
    static Doc decisions(Transaction store) {
        return store.find(DECISIONS, store.account()).map(Doc::copy).orElseGet(() -> store.blank(DECISIONS)
                .put("id", store.account()));
    }

    static void keep(Transaction store, Doc decisions) {
        store.keep(DECISIONS, decisions);
    }

    /** Whether users may not change their bridges; administrators still may. */
    boolean forbidsUsers() {
        return settings.flag("modify_credential_forbidden");
    }

    /** Refuses a bridge that the account's users may not have. */
    void check(Call call, Doc bridge) {
        List<Doc> numbers = bridge.docs("dial_in_numbers");
        if (providerIsAtt() && numbers.stream().noneMatch(TspAccount::isMediaLink)) {
            throw call.refuse("media-link-missing");
        }
        if (!settings.flag("dial_in_number_unrestricted") && !numbers.stream().allMatch(this::offers)) {
            throw call.refuse("dial-in-number-foreign");
        }
    }

    private boolean providerIsAtt() {
        return settings.text("tsp_provider").equalsIgnoreCase("AT&T");
    }

    private static boolean isMediaLink(Doc number) {
        return number.text("type", "").equals("media_link");
    }

    private boolean offers(Doc number) {
        return settings.docs("dial_in_numbers").stream()
                .anyMatch(offered -> offered.text("code", "").equals(number.text("code", ""))
                        && offered.text("number", "").equals(number.text("number", "")));
    }
}
