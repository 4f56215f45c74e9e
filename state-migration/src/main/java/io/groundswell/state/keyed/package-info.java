/** Keyed state of an operator, read from one savepoint and written into another. */
@NullMarked
package io.groundswell.state.keyed;

import org.jspecify.annotations.NullMarked;
