/**
 * Settings in layers. An account decides first, its groups decide otherwise for their members, and users decide for
 * themselves; what a higher layer has locked wins below. Only what a layer has decided is kept of it, the rest comes
 * from above and in the end from the contract's defaults.
 */
@NullMarked
package io.greenroom.parts.settings;

import org.jspecify.annotations.NullMarked;
