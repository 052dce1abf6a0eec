/**
 * Billing: the plans that a master account buys for its sub accounts, and their invoices.
 *
 * <p>Keeps plans, billing contact and invoices in the account that they are for. Each plan runs in periods by the
 * account's clock and is charged for in advance: when it is bought, when it grows, and at the end of each period. The
 * account's row shows what it has bought: the plan, the number of licensed users, the features. Announces no events.
 */
@NullMarked
package io.greenroom.api.billing;

import org.jspecify.annotations.NullMarked;
