/** A first savepoint for a job whose past is known from elsewhere. */
@NullMarked
package io.groundswell.state.bootstrap;

import org.jspecify.annotations.NullMarked;
