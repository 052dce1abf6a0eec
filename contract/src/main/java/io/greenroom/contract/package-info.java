/** The API contract, read strictly from one YAML file per API group. */
@NullMarked
package io.greenroom.contract;

import org.jspecify.annotations.NullMarked;
