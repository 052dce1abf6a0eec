/**
 * Settings in layers: the mechanism, which knows no setting by name. An account has a layer, its groups have layers for
 * their members, and users have their own; the innermost value applies unless a layer further out has locked the
 * setting. A layer keeps only the values set there; the rest comes from the layers above and finally from the
 * contract's defaults.
 */
@NullMarked
package io.greenroom.parts.settings;

import org.jspecify.annotations.NullMarked;
