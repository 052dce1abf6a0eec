/** Tests of the coding rules, over the classes and the sources of all modules. */
@NullMarked
package io.greenroom.server.rules;

import org.jspecify.annotations.NullMarked;
