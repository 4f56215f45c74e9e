/** Rounds, and what is seen in each. */
@NullMarked
package io.groundswell.chaos.round;

import org.jspecify.annotations.NullMarked;
