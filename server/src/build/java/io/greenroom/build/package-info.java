/** What the build runs to make the distribution; no part of the product. */
package io.greenroom.build;
