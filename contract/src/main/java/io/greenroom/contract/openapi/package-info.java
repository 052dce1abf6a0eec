/** Writes the OpenAPI document from the contract. */
@NullMarked
package io.greenroom.contract.openapi;

import org.jspecify.annotations.NullMarked;
