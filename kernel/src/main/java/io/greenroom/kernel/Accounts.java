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
     * The initial state of an account.
     *
     * @param id its id
     * @param name its display name
     * @param plan {@code free}, {@code pro}, {@code business} or {@code enterprise}
     * @param features the enabled ones; {@link AccountFeatures#PAID} follows from the plan
     * @param managedDomains its managed e-mail domains
     * @param owner its first user
     * @param master its master account, if any
     */
    public record Opening(
            String id,
            String name,
            String plan,
            List<String> features,
            List<String> managedDomains,
            AccountOpened.Owner owner,
            Optional<String> master) {

        /** An account without a master account. */
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

    /** Creates an account in a unit of that account, and publishes {@link AccountOpened} to the groups. */
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
