/** Tests of Billing. */
@NullMarked
package io.greenroom.api.billing;

import org.jspecify.annotations.NullMarked;
