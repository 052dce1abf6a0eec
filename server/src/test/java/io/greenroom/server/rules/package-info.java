/** The rules of the house, as tests over the classes and over the sources of all modules. */
@NullMarked
package io.greenroom.server.rules;

import org.jspecify.annotations.NullMarked;
