package io.greenroom.kernel;

import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Opens accounts. Threads may share it. */
public final class Accounts {
    private static final int NUMBER_DIGITS = 8;

    private final CallScope scope;

    public Accounts(CallScope scope) {
        this.scope = scope;
    }

    /**
     * What an account begins with.
     *
     * @param id its id
     * @param name what people call it
     * @param plan {@code free}, {@code pro}, {@code business} or {@code enterprise}
     * @param features those that are on; of {@link AccountFeatures#PAID} the plan decides
     * @param managedDomains the e-mail domains that are its own
     * @param owner its first user
     * @param master the account that it is made under, if any
     */
    public record Opening(
            String id,
            String name,
            String plan,
            List<String> features,
            List<String> managedDomains,
            AccountOpened.Owner owner,
            Optional<String> master) {

        /** An account that stands alone. */
        public Opening(
                String id,
                String name,
                String plan,
                List<String> features,
                List<String> managedDomains,
                AccountOpened.Owner owner) {
            this(id, name, plan, features, managedDomains, owner, Optional.empty());
        }
    }

    /** Opens an account in a unit of that account, and has every group make what an account has. */
    public Doc open(Transaction unit, Opening opening) {
        Doc account = unit.insert(
                KernelTables.ACCOUNTS,
                unit.blank(KernelTables.ACCOUNTS)
                        .put("id", opening.id())
                        .put("account_name", opening.name())
                        .put("account_number", scope.ids().digits(NUMBER_DIGITS))
                        .put("plan", opening.plan())
                        .put("owner_id", opening.owner().id())
                        .put("features", opening.features())
                        .put("managed_domains", opening.managedDomains())
                        .put("master_id", opening.master())
                        .put("created_at", scope.clock().now(opening.id()).truncatedTo(ChronoUnit.SECONDS)));
        scope.internal(unit, account, EventOrigin.CONTROL).publish(new AccountOpened(account, opening.owner()));
        return account;
    }
}
