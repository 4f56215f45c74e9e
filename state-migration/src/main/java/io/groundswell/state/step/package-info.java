/** From each version of what the job remembers to the next: a class for each step. */
@NullMarked
package io.groundswell.state.step;

import org.jspecify.annotations.NullMarked;
