/**
 * Billing: the plans that a master account subscribes the accounts below it to, and the invoices for them.
 *
 * <p>Keeps, in the account that they are for, the plans, whom bills go to, and the invoices. Each plan runs by periods
 * of the account's own time and is charged for in advance: when it is bought, when it grows, and whenever a period
 * ends. What an account has bought shows in its row: the plan, how many licensed users it may have, its features.
 * Announces nothing.
 */
@NullMarked
package io.greenroom.api.billing;

import org.jspecify.annotations.NullMarked;
