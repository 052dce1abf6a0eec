/** Packs the checked contract at build time and unpacks it at start. */
@NullMarked
package io.greenroom.contract.pack;

import org.jspecify.annotations.NullMarked;
