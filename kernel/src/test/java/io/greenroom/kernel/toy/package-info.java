/** A library whose readers borrow books: a small API of its own, to test the kernel with. */
@NullMarked
package io.greenroom.kernel.toy;

import org.jspecify.annotations.NullMarked;
