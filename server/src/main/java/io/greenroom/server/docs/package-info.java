/** The API reference: the contract as an OpenAPI document, and pages to read and try it. */
@NullMarked
package io.greenroom.server.docs;

import org.jspecify.annotations.NullMarked;
