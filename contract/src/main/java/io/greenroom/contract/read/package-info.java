/** Reads the YAML files of the contract, strictly. */
@NullMarked
package io.greenroom.contract.read;

import org.jspecify.annotations.NullMarked;
