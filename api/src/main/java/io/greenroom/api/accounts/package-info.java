/**
 * Accounts: those below a master account, and the settings, locks and backgrounds that apply to all users of an
 * account.
 *
 * <p>An account is a row of the kernel's, which names the account above it. Beside it are kept the list of accounts
 * below, with the options that the account above gives them, and a profile. Announced are {@code account.created} and
 * {@code account.disassociated}, and {@code account.settings_updated} and {@code account.lock_settings_updated} where
 * the settings are and in the account above.
 */
@NullMarked
package io.greenroom.api.accounts;

import org.jspecify.annotations.NullMarked;
